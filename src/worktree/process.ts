import fs from "node:fs";

/**
 * When a process began, as the operating system tells it; undefined when there is no such process. Opaque: only good for comparing, so that a
 * pid that was given to another process is noticed. Where the system does not say it without starting a program, every process has the same.
 */
export const readProcessStart = (pid: number): string | undefined => {
  if (process.platform !== "linux") return isThere(pid) ? "unknown" : undefined;
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "latin1");
    // Field 22, counted behind the program's name, which may hold spaces and parentheses (proc(5)). A zombie has ended.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : fields[18];
  } catch {
    return undefined;
  }
};

/** Whether the process that began at `startedAt` still runs; whether any runs under that pid, when the start is not known. */
export const isAlive = (pid: number, startedAt: string | null): boolean => {
  const start = readProcessStart(pid);
  return start !== undefined && (startedAt === null || start === startedAt);
};

const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};
