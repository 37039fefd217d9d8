/** The payment's status, as the status address answers. */
export interface PaymentStatus {
  /** SEQR's status: ISSUED, PENDING_ISSUER_ACKNOWLEDGE, RESERVED, PAID, CANCELED, FAILED, EXPIRED. */
  status: string;
  /** SEQR's reference of the completed payment. */
  ersReference?: string;
  /** ISO time at which the invoice expires: the view counts down to it in the last hour. */
  expiresAt?: string;
  /** The payer has the invoice open. */
  scanned?: boolean;
  /** The address of the same data as server-sent events. Without it, the view only polls. */
  events?: string;
  /** The content of the QR code, for a view that was given only invoiceId. */
  invoiceQRCode?: string;
}

/** The parameters of the script tag. Either invoiceId or invoiceQRCode is required. */
export interface PaymentViewOptions {
  invoiceId?: string;
  invoiceQRCode?: string;
  statusURL?: string;
  successURL?: string;
  layout?: 'standard' | 'small';
  /** Default: the browser's language. */
  language?: string;
  /** Default: detected. */
  platform?: 'desktop' | 'mobile' | 'unsupported';
  /** In demo mode, links open the test version of SEQR's app. */
  mode?: 'live' | 'demo';
  /** If false, the view has no shadow root and the page provides the style sheet. */
  injectCSS?: boolean;
  /** Milliseconds between two queries, 250 to 5000. */
  pollFreq?: number;
  /** Called whenever the status changes. */
  onStatus?: (status: PaymentStatus) => void;
  /** Called once after PAID. */
  onPaid?: (status: PaymentStatus) => void;
  /** The address of the payment view's folder `js/`, needed if the module is in a bundle. */
  folder?: string;
}

export interface PaymentViewHandle {
  element: HTMLElement;
  /** Removes the view from the page and stops its queries. */
  destroy(): void;
}

/** Appends a payment view to an element. Throws a TypeError that names the option if one is invalid. */
export declare function mount(place: Element | ShadowRoot, options: PaymentViewOptions): PaymentViewHandle;
