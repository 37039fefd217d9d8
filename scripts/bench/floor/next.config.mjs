/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Each build is the only one of its folder, and `npm run check` checks these types.
  experimental: { turbopackFileSystemCacheForBuild: false },
  typescript: { ignoreBuildErrors: true },
  // The folder that contains this app and the project's packages, set by scripts/bench/build-floor.ts.
  turbopack: { root: process.env.FLOOR_ROOT ?? import.meta.dirname },
};
