import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of processor time in a second, as Linux counts them for programs. */
const ticksPerSecond = 100;

/** What a program and all that it has started use, as Linux tells in `/proc`. */
export interface ProcessTree {
  /** Bytes of memory; what processes share is counted once. */
  memory(): number;
  /** Seconds of processor time since they began. */
  processorSeconds(): number;
}

export function processTree(root: number): ProcessTree {
  const sum = (of: (pid: number) => number): number =>
    treeOf(root).reduce((total, pid) => total + of(pid), 0);
  return {
    memory: () => sum(proportionalMemory),
    processorSeconds: () => sum((pid) => processorTicks(pid) / ticksPerSecond),
  };
}

function treeOf(root: number): number[] {
  const parents = new Map(allProcesses().map((pid) => [pid, Number(statOf(pid)[1] ?? 0)]));
  const tree = [root];
  for (const pid of tree)
    tree.push(...[...parents].filter(([, parent]) => parent === pid).map(([own]) => own));
  return tree;
}

function allProcesses(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/** State, parent, … : what follows the name, which may itself contain anything. */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function processorTicks(pid: number): number {
  const [user = 0, system = 0] = statOf(pid).slice(11, 13).map(Number);
  return user + system;
}

function proportionalMemory(pid: number): number {
  const [, kilobytes = '0'] = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? [];
  return Number(kilobytes) * 1_024;
}

/** Empty where the process has ended in between. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
