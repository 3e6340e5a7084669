/** What the benchmark uses of autocannon, which ships without types. */
declare module 'autocannon' {
  export interface Options {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Sent one after the other, again and again. */
    readonly requests: readonly { readonly body: string }[];
    readonly connections: number;
    /** Requests a second over all connections; as fast as answers come when absent. */
    readonly overallRate?: number;
    /** Seconds. */
    readonly duration?: number;
    /** Requests after which to stop. */
    readonly amount?: number;
    /** Seconds after which a request counts as failed. */
    readonly timeout?: number;
  }
  export interface Result {
    /** Milliseconds. */
    readonly latency: {
      readonly p50: number;
      readonly p97_5: number;
      readonly p99: number;
      readonly max: number;
    };
    readonly requests: { readonly total: number; readonly average: number };
    /** Seconds. */
    readonly duration: number;
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
