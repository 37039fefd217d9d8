# The shop with everything that it needs, or the sandbox alone (--target sandbox): docs/deploying.md.
# `npm run image` runs these instructions without a Docker engine, so the file uses only those that scripts/image.ts knows.
ARG NODE=24
# The image of the previous version. Its scripts and styles are kept for pages that were opened before the switch.
ARG PREVIOUS=none

FROM node:${NODE}-bookworm-slim AS none
WORKDIR /app/.next/static

FROM ${PREVIOUS} AS previous

# This base has a compiler. better-sqlite3 needs one where its prebuilt file cannot be downloaded.
FROM node:${NODE}-bookworm AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
COPY --from=previous /app/.next/static .next/static
RUN npm run build -- --standalone

FROM node:${NODE}-bookworm-slim AS runtime
# The first line sets the same as scripts/shared/server-variables.mjs. HOSTNAME lets the proxy's container connect.
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NEXT_MANUAL_SIG_HANDLE=1 KEEP_ALIVE_TIMEOUT=65000
ENV HOSTNAME=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /build/.next/standalone .
COPY --from=build --chown=node:node /build/.next/data .data
USER node
# Checks only whether the server lives: an engine that restarts unhealthy containers must not do so because SEQR is down.
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "start.mjs"]

FROM runtime AS sandbox
ENV SHOP=off SEQR_SANDBOX=on PORT=7070
EXPOSE 7070

FROM runtime AS shop
EXPOSE 3000
