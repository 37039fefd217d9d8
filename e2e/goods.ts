import { randomUUID } from 'node:crypto';
import { mark } from './evidence';
import { publicProduct, testApiKey } from './shop-under-test';
import type { TestApi } from './test-api';

type Changeable = { price: number; stock: number };
type ProductRow = Changeable & { slug: string; reserved: number; sold: number };
type Values = Partial<Changeable & { vatRate: number; name: string; sku: string }>;

/**
 * Adds products that only one test uses. No catalogue page lists them. Cart, checkout and orders treat them like other
 * products.
 */
export class Goods {
  private readonly namespace = randomUUID().slice(0, 6);
  private isEmpty = true;

  constructor(private readonly api: TestApi) {}

  /**
   * Adds a product and returns its slug. The name in both languages is `Thing <slug>`, unless another is given. Prices
   * are in minor units, VAT included. By default, ten units are for sale at 100 kronor each.
   */
  async add(values: Values = {}): Promise<string> {
    this.isEmpty = false;
    const { slug } = await this.api.call<ProductRow>('post', 'products', { namespace: this.namespace, ...values });
    mark(slug);
    return slug;
  }

  /** Returns a product for sale, whatever its name and price are. Without the test API, it is in the catalogue. */
  async any(): Promise<string> {
    return testApiKey === '' ? publicProduct : this.add();
  }

  /** Adds several products, one for each of the values. */
  async addAll(values: readonly Values[]): Promise<string[]> {
    const slugs: string[] = [];
    for (const one of values) slugs.push(await this.add(one));
    return slugs;
  }

  /** Changes a product, as the merchant or other buyers would. */
  async change(slug: string, change: Partial<Changeable>): Promise<void> {
    await this.api.call('patch', `products/${slug}`, { namespace: this.namespace, ...change });
  }

  /** Makes the unpaid orders with a product expire now. Their units are for sale again once the shop has closed them. */
  async expireOrders(slug: string): Promise<void> {
    await this.repeat('post', `products/${slug}/expire-orders`, { namespace: this.namespace });
  }

  read(slug: string): Promise<ProductRow> {
    return this.api.call('get', `products/${slug}`);
  }

  /** Removes this test's products. Those that are in an order are archived instead. */
  async remove(): Promise<void> {
    if (!this.isEmpty) await this.repeat('delete', `products?namespace=${this.namespace}`);
  }

  /** The test API handles at most 100 orders or products per request. */
  private async repeat(method: 'post' | 'delete', path: string, data?: object): Promise<void> {
    let more = true;
    while (more) ({ more } = await this.api.call<{ more: boolean }>(method, path, data));
  }
}

export function nameOf(slug: string): string {
  return `Thing ${slug}`;
}
