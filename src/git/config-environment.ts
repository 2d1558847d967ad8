/**
 * Environment that sets configuration for one git process and its children, stronger than any file. What the caller's own environment
 * sets this way stays in force where the names differ.
 */
export const configEnvironment = (settings: Readonly<Record<string, string>>): Record<string, string> => {
  const inherited = Number(process.env["GIT_CONFIG_COUNT"] ?? 0) || 0;
  const entries = Object.entries(settings);
  const env: Record<string, string> = { GIT_CONFIG_COUNT: String(inherited + entries.length) };
  for (const [place, [key, value]] of entries.entries()) {
    env[`GIT_CONFIG_KEY_${inherited + place}`] = key;
    env[`GIT_CONFIG_VALUE_${inherited + place}`] = value;
  }
  return env;
};
