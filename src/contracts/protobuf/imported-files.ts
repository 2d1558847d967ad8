/** Paths that a `.proto` file imports. */
export const importedFiles = (text: string): string[] => [
  ...new Set([...text.matchAll(/\bimport\s+(?:public\s+|weak\s+|option\s+)?["']([^"'\n]+)["']\s*;/g)].map(([, path = ""]) => path)),
];
