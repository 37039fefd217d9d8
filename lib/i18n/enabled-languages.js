/**
 * The languages that the shop serves. English comes first and has no prefix in addresses. The German texts are ready:
 * add 'de' here to serve /de. This file is plain JavaScript because next.config.js reads it too.
 *
 * @type {readonly [import('./languages').Language, ...import('./languages').Language[]]}
 */
export const languages = ['en', 'sv'];
