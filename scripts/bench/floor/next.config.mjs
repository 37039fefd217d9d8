/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // The folder that contains this app and the project's packages, set by scripts/bench/build-floor.ts.
  turbopack: { root: process.env.FLOOR_ROOT ?? import.meta.dirname },
};
