/**
 * The parts of `npm run bench`, in order. This file is JavaScript, because bench.mjs reads it before anything is
 * installed.
 */
export const partNames = /** @type {const} */ ([
  'pages',
  'latency',
  'throughput',
  'soap',
  'doors',
  'load',
  'scale',
  'lists',
  'lighthouse',
]);
