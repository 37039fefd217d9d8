import { plainText } from '@/lib/http/plain-text';

/** The answer to a request for a host that is not this server's: see lib/guard-host.ts. */
function answer(): Response {
  return plainText(
    'The host of this request is not an address of this server. If it is yours, set PUBLIC_URL to it, such as ' +
      'PUBLIC_URL=https://shop.example.com, or add the host to ALLOWED_HOSTS, and start the server again.',
    421,
  );
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
