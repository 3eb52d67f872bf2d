# Login Lab, its pages built beforehand. It runs as a user without rights, and writes nowhere but in
# /data, which is for what runs are kept in:
#
#   docker build -t login-lab . && docker run --rm -p 127.0.0.1:4173:4173 login-lab
#
# A later image of Node: docker buildx imagetools inspect node:24-trixie-slim
ARG NODE_IMAGE=node:24.21.0-trixie-slim@sha256:173f125896c3b47ddf056734c7ea789d04595a6a08769a8f78e0df642781fb66

FROM ${NODE_IMAGE} AS pages
WORKDIR /login-lab
COPY package.json package-lock.json ./
# No script of a package is run: the one there is would fetch another Node.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node --input-type=module --eval "import { freshPages } from './server/node/build.ts'; await freshPages(process.cwd(), console.error)"

FROM ${NODE_IMAGE} AS packages
WORKDIR /login-lab
COPY package.json package-lock.json ./
# What only pages are made of is in them already.
RUN npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
  && npm uninstall --no-save --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund \
    node lit @lit/context mermaid

FROM ${NODE_IMAGE}
# Nothing is installed here any more.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack \
    /opt/yarn* /usr/local/bin/yarn* \
  && install -d -o node -g node /data
WORKDIR /login-lab
COPY --from=packages /login-lab/node_modules node_modules
# A start compares the pages with all that they were built from.
COPY package.json package-lock.json tsconfig.json vite.config.ts LICENSE ./
COPY scenarios scenarios
COPY server server
COPY web web
COPY --from=pages /login-lab/dist dist
# Loopback of a container is reached by nobody; which address of the machine is published is said at
# `docker run`.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4173 LOGIN_LAB_STORE=/data/runs.sqlite \
  NODE_OPTIONS=--max-semi-space-size=2
VOLUME /data
USER node
EXPOSE 4173
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/node/main.ts"]
