# Builds with everything, and keeps what runs: the app and its terminal, without the sandbox, Prisma's command line and
# whatever builds or tests. docs/operating.md says how it is run.
FROM node:24-slim AS build
WORKDIR /build
COPY . .
RUN npm ci --no-audit --no-fund
RUN npm run pack:production -- /app

FROM node:24-slim
WORKDIR /app
COPY --from=build /app .
# The embedded database, where no DATABASE_URL is set.
ENV LOYALTY_DATA=/data
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
CMD ["node", "dist/main.js"]
