import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programOf } from '../../support/debian.ts'
import { freePort } from '../../support/redis.ts'

const program = programOf('nginx')

/** True where tests with nginx can run. */
export const hasNginx = program !== null

const configurationFor = (port: number, nodes: readonly number[]): string => `
daemon off;
worker_processes 1;
pid nginx.pid;
error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
  map $uri $login_lab_run { default $request_id; ~^/api/runs/(?<id>[\\w-]+) $id; }
  upstream login_lab {
    hash $login_lab_run consistent;
    ${nodes.map((node) => `server 127.0.0.1:${node} max_fails=1 fail_timeout=1s;`).join('\n    ')}
    keepalive 32;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://login_lab;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_connect_timeout 1s;
    }
  }
}`

/** Debian's nginx in a folder of its own, before these nodes. */
export const startNginx = async (nodes: readonly number[]) => {
  if (program === null) throw new Error('There is no nginx here.')
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'login-lab-nginx-'))
  writeFileSync(join(folder, 'nginx.conf'), configurationFor(port, nodes))
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let tries = 0; tries < 100; tries += 1) {
    const there = await fetch(`http://127.0.0.1:${port}/api`).catch(() => null)
    if (there !== null) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    port,
    stop: async () => {
      await new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
      })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
