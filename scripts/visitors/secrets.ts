// Finds data in a response that belongs to another visitor.

/** One purchase: a name, an order and a payment that nobody else may see. */
export type Owner = {
  readonly name: string;
  /** In minor units: all amounts of the order. */
  amounts: ReadonlySet<string>;
};

const NAMES = /Visitor-[0-9a-f]{8}/g;
const REFERENCES = /\b(?:20\d{23}|\d{13})\b/g;
const ORDERS = /\borders?[/=]([\w-]{22})\b/g;
const NUMBERS = /\bT-\d+\b/g;
const AMOUNTS = /\d{1,3}(?:[,\u00a0\u202f ]?\d{3})*\.\d\d/g;

export class Secrets {
  readonly #owners = new Map<string, Owner>();
  readonly #totals = new Map<string, Owner>();

  /** `secret` may be shown to its owner only: a name, a reference, an order's id or its number. */
  add(owner: Owner, secret: string): void {
    if (secret !== '') this.#owners.set(secret, owner);
  }

  /** Adds an order's total in minor units, unless an earlier order has the same. It must not equal a product's price. */
  addTotal(owner: Owner, total: string): void {
    if (!this.#totals.has(total)) this.#totals.set(total, owner);
  }

  /** Returns the secrets in `text` that are not those of `reader`. `named`: what the reader typed into the address. */
  findOf(text: string, reader: Owner, named: string): string[] {
    const found = [NAMES, REFERENCES, ORDERS, NUMBERS].flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]),
    );
    const leaks = found.filter((secret) => {
      const owner = this.#owners.get(secret);
      return owner !== undefined && owner !== reader && !named.includes(secret.replace('T-', ''));
    });
    return [...new Set([...leaks, ...this.#totalsIn(text, reader)])];
  }

  #totalsIn(text: string, reader: Owner): string[] {
    const amounts = [...text.matchAll(AMOUNTS)].map(([amount]) => amount.replace(/\D/g, ''));
    return amounts.filter((amount) => {
      const owner = this.#totals.get(amount);
      return owner !== undefined && owner !== reader && !reader.amounts.has(amount);
    });
  }
}
