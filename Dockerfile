# One image for every service; docker-compose.yml says which one runs.
# Of the OCR's data only those for its newer engine are kept: 47 MB less.
# .dockerignore leaves out what measures and tests the product; the composing app is built with all that it stands on.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund \
  && node node_modules/@typescript/native/bin/tsc -b apps/rapporteur \
  && node node_modules/vite/bin/vite.js build apps/dashboard \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@tesseract.js-data/*/4.0.0

FROM node:22-bookworm-slim
# PREPARED: `npm run` neither installs nor builds; what does is pruned, and the files are not its user's.
ENV NODE_ENV=production PREPARED=true HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /app /app
USER node
EXPOSE 3000
CMD ["node", "apps/api/dist/main.js"]
