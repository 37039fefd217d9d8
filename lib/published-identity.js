/**
 * The test credentials that SEQR published; every existing plug-in uses them in its examples.
 * Plain JavaScript, because it also runs before anything is compiled.
 */
export const TEST_TERMINAL = { id: 'public_test_shop_terminal', password: '12345678' };
export const TEST_RESELLER = { id: 'public_test_shop', userId: '9900', password: '1234' };
