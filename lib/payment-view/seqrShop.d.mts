/** The payment's status, as the status address answers. */
export interface PaymentStatus {
  /** SEQR's word: ISSUED, PENDING_ISSUER_ACKNOWLEDGE, RESERVED, PAID, CANCELED, FAILED, EXPIRED. */
  status: string;
  /** SEQR's reference of the completed payment. */
  ersReference?: string;
  /** ISO time at which the invoice expires: the view counts down to it in the last hour. */
  expiresAt?: string;
  /** The payer has the invoice open. */
  scanned?: boolean;
  /** Address of the same answers as server-sent events; without it the view only polls. */
  events?: string;
  /** What the QR code holds, for a view that was given only invoiceId. */
  invoiceQRCode?: string;
}

/** The parameters of the script tag; invoiceId or invoiceQRCode is needed. */
export interface PaymentViewOptions {
  invoiceId?: string;
  invoiceQRCode?: string;
  statusURL?: string;
  successURL?: string;
  layout?: 'standard' | 'small';
  /** Left out: the browser's. */
  language?: string;
  /** Left out: detected. */
  platform?: 'desktop' | 'mobile' | 'unsupported';
  /** Demo: links open the test version of SEQR's app. */
  mode?: 'live' | 'demo';
  /** False: no shadow root; the page brings the style sheet. */
  injectCSS?: boolean;
  /** Milliseconds between two queries, 250 to 5000. */
  pollFreq?: number;
  /** Called at every change of the status word. */
  onStatus?: (status: PaymentStatus) => void;
  /** Called once after PAID. */
  onPaid?: (status: PaymentStatus) => void;
  /** Address of the folder `js/` of the payment view, where the module was not loaded from there (bundled). */
  folder?: string;
}

export interface PaymentViewHandle {
  element: HTMLElement;
  /** Takes the view out of the page and stops all that it does. */
  destroy(): void;
}

/**
 * Puts a payment view into an element, after what is in it. Throws a TypeError that names the option where one is not
 * valid.
 */
export declare function mount(place: Element | ShadowRoot, options: PaymentViewOptions): PaymentViewHandle;
