// The one thing of Node that the build's configuration uses; the page itself must not see Node.
declare module 'node:fs' {
  export function existsSync(path: string): boolean;
}
