// The desk as a process, to be killed in tests.
import { execFileSync } from 'node:child_process';

/** The process id of the desk, among the children of this extension host. */
export function serverProcess(): number | undefined {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const line = table
    .split('\n')
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row))
    .find((row) => Number(row?.[2]) === process.pid && /[\\/]dist[\\/]server\.js/.test(row?.[3] ?? ''));
  return line ? Number(line[1]) : undefined;
}
