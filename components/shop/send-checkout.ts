export interface Problem {
  field: string;
  code: string;
  message: string;
  slug?: string;
}

export interface CheckoutRefusal {
  problems: readonly Problem[];
  /** The page of the order that this cart was already used for. */
  payUrl?: string;
  /** Whether the page shows outdated prices or stock. */
  stale?: boolean;
}

/** `created`: false if an earlier submission had already placed the order. */
type Answer = { ok: true; payUrl: string; created: boolean } | ({ ok: false } & CheckoutRefusal);

const customerFields = ['name', 'email', 'address', 'postalCode', 'city', 'country'];

/** Sends the order. Sending it again is safe, because a checkout key places only one order. */
export async function sendCheckout(
  form: FormData,
  order: object,
  totals: Record<string, number>,
  failed: string,
): Promise<Answer> {
  const text = (name: string) => String(form.get(name) ?? '');
  const delivery = text('delivery');
  try {
    const response = await fetch('/api/checkout', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({
        ...order,
        customer: Object.fromEntries(customerFields.map((name) => [name, text(name)])),
        delivery,
        paymentMethod: text('paymentMethod'),
        shownTotal: totals[delivery],
      }),
    });
    const { payUrl, message, problems = [] } = await response.json();
    if (response.ok) return { ok: true, payUrl, created: response.status === 201 };
    const shown =
      problems.length > 0
        ? problems
        : [{ field: '', code: 'failed', message: (response.status < 500 && message) || failed }];
    return { ok: false, problems: shown, stale: response.status === 409, ...(payUrl ? { payUrl } : {}) };
  } catch {
    return { ok: false, problems: [{ field: '', code: 'failed', message: failed }] };
  }
}
