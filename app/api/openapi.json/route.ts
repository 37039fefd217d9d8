import { config } from '@/lib/config';
import { jsonResponse } from '@/lib/http/json-response';
import { describeApi } from '@/lib/openapi/describe-api';

export const dynamic = 'force-dynamic';

/** The description of this server's HTTP interface in OpenAPI 3.1. Tools on any page may read it. */
export async function GET(): Promise<Response> {
  const { shopEnabled, sandbox, testApiKey } = config();
  const headers = { 'Access-Control-Allow-Origin': '*', 'Cache-Control': 'no-store' };
  return jsonResponse(describeApi({ shop: shopEnabled, sandbox: sandbox.enabled, testApi: testApiKey !== undefined }), {
    headers,
  });
}
