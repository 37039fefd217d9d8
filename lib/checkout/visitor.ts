/** Names this browser, so that it finds its own orders again. HttpOnly, and nothing but a random key. */
export const VISITOR_COOKIE = 'visitor';
