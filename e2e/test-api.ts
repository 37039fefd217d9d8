import { type APIRequestContext, expect, test } from 'playwright/test';
import { needsTestApi, testApiKey } from './shop-under-test';

type Method = 'get' | 'post' | 'patch' | 'delete';

/** Calls the shop's test API: docs/testing.md. `request` sends the key. Without a key, a call skips the test. */
export class TestApi {
  constructor(private readonly request: APIRequestContext) {}

  async call<Answer>(method: Method, path: string, data?: object): Promise<Answer> {
    test.skip(testApiKey === '', needsTestApi);
    const response = await this.request[method](`/api/test/${path}`, data ? { data } : {});
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return response.json();
  }
}
