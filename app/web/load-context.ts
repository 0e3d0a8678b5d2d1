import type { ListenerZone } from '#app/web/listener.ts';
import type { WebServices } from '#app/web/services.ts';
import type { UploadedFile } from '#app/web/uploads.ts';
import type { Account } from '#db/queries/account.ts';

declare module '@remix-run/server-runtime' {
  /** What the server hands to every loader and action. */
  interface AppLoadContext {
    /** Who asks, on a route behind the gate, which puts it there: see `accountOf`. */
    readonly account?: Account;
    readonly services: WebServices;
    /** The decoded form of a POST; empty for other methods. */
    readonly form: URLSearchParams;
    /** Files that staff sent with the form, gone once the response is sent; empty otherwise. */
    readonly files: readonly UploadedFile[];
    /** Address of the visitor, for throttling only; never stored. */
    readonly clientIp: string;
    /** Nonce of this response's content security policy. */
    readonly nonce: string;
    /** Of the listener that was asked: the public one knows no pages of staff to lead to. */
    readonly zone: ListenerZone;
    /** Id of this request in the log; an error page shows it. */
    readonly requestId: string;
  }
}
