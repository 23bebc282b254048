/** The few parts of Node that mail over SMTP uses; the types of Node as a whole would promise too much. */
declare module 'node:events' {
  export class EventEmitter {
    on(event: string, listener: (error: Error) => void): this;
    once(event: string, listener: (error: Error) => void): this;
  }
}
declare module 'node:stream' {
  import { EventEmitter } from 'node:events';
  export class Readable extends EventEmitter {
    static from(chunks: Iterable<Uint8Array>): Readable;
  }
}
declare module 'node:net' {
  import { EventEmitter } from 'node:events';
  export class Socket extends EventEmitter {
    destroy(): this;
  }
  export function connect(options: { host: string; port: number }): Socket;
  const net: { Socket: typeof Socket };
  export default net;
}
declare module 'node:tls' {
  import { Socket } from 'node:net';
  export function connect(options: { host: string; port: number; servername: string }): Socket;
  const tls: Record<never, never>;
  export default tls;
}
