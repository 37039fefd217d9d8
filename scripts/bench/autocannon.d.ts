declare module 'autocannon' {
  type Result = { readonly requests: { readonly average: number }; readonly non2xx: number; readonly errors: number };
  export default function autocannon(options: { url: string; duration: number; connections: number }): Promise<Result>;
}
