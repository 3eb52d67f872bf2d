import { readPage } from '../../../scenarios/engine/html.ts'
import { obstacleOf } from '../../../scenarios/engine/obstacle.ts'
import type { Said } from './said.ts'

/** Problems of pages of FusionAuth that no login can pass. */
export const obstacles = (): readonly Said[] =>
  [
    ['twoFactorId', 200, ''],
    ['registration.x', 200, ''],
    ['verificationId', 200, ''],
    ['changePasswordId', 200, ''],
    ['scopeConsents', 200, ''],
    ['', 500, '<p>x</p>'],
    ['', 400, '<pre>{"error":"invalid_request","error_reason":"missing_client_id"}</pre>'],
    ['', 200, '<p>x</p>'],
    ['', 200, '<title>Maintenance</title><p>x</p>'],
  ].flatMap(([field, status, html]): readonly Said[] => {
    const body = field === '' ? String(html) : `<form method="post"><input name="${field}"></form>`
    const obstacle = obstacleOf(
      readPage('https://login.example/oauth2/x', Number(status), body, false),
    )
    return obstacle === null
      ? []
      : [
          ['obstacle', obstacle.label],
          ['obstacle', obstacle.problem],
        ]
  })
