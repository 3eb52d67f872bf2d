# Login Lab, its pages built beforehand. It runs as a user without rights.
FROM node:24-bookworm-slim
WORKDIR /login-lab
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node --input-type=module --eval "import { freshPages } from './server/node/build.ts'; await freshPages(process.cwd(), console.error)" \
  && chown -R node:node .
USER node
EXPOSE 4173
CMD ["node", "server/node/main.ts"]
