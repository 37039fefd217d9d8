import { type APIRequestContext, expect } from 'playwright/test';

type Method = 'get' | 'post' | 'patch' | 'delete';

/** Calls the shop's test API: docs/testing.md. `request` sends the key. */
export class TestApi {
  constructor(private readonly request: APIRequestContext) {}

  async call<Answer>(method: Method, path: string, data?: object): Promise<Answer> {
    const response = await this.request[method](`/api/test/${path}`, data ? { data } : {});
    expect(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return response.json();
  }
}
