/**
 * The digest of an error for which a later attempt may succeed, because the database cannot be used now. Next sends the
 * browser only an error's digest, by which components/shop/error-page.tsx chooses its words.
 */
export const UNAVAILABLE_DIGEST = 'database-unavailable';
