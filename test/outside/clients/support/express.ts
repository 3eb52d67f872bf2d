import type { RequestListener } from 'node:http'
import type { ClientPackages } from './packages.ts'

/** What the tests use of Express, and what clients put into its requests. */
export interface Request {
  readonly user?: unknown
  readonly oidc?: unknown
  logout(done: (error?: unknown) => void): void
}

export interface Response {
  status(code: number): Response
  json(body: unknown): void
  send(body: string): void
  redirect(url: string): void
}

export type Next = (error?: unknown) => void
export type Handler = (request: Request, response: Response, next: Next) => unknown

export interface Application {
  use(...handlers: readonly unknown[]): void
  get(path: string, ...handlers: readonly Handler[]): void
}

interface Failure {
  readonly status?: number
  readonly message?: string
  /** Of an answer of the provider (RFC 6749 §5.2). */
  readonly error?: string
}

/** Takes what a client hands on as an error, and tells it with its status. */
export const telling = (
  { status = 500, message = '', error = '' }: Failure,
  _request: Request,
  response: Response,
  _next: Next,
): void => response.status(status).json({ message, error })

/** An application of Express. */
export const createApplication = async ({
  load,
}: ClientPackages): Promise<Application & RequestListener> => {
  const express = await load<{ default: () => Application & RequestListener }>('express')
  return express.default()
}
