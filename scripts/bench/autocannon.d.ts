declare module 'autocannon' {
  type Result = {
    readonly requests: { readonly total: number };
    /** In seconds. */
    readonly duration: number;
    readonly non2xx: number;
    readonly errors: number;
  };
  type Length = { duration: number } | { amount: number };
  type Options = { url: string; headers: Record<string, string>; connections: number } & Length;
  export default function autocannon(options: Options): Promise<Result>;
}
