import type { Translations } from '../translator.ts'

/** What the published diagrams get wrong, and what is assumed of FusionAuth. */
export const published: Translations = {
  'The diagram writes grant_type=refresh. The value is refresh_token (RFC 6749 §6); /api/jwt/refresh takes no grant_type at all.':
    'El diagrama escribe grant_type=refresh. El valor es refresh_token (RFC 6749 §6); /api/jwt/refresh no lleva ningún grant_type.',
  'The diagram says that the Hacker gets a new JWT cookie. What the Store sets here is a new session id.':
    'El diagrama dice que el Hacker recibe una cookie nueva con un JWT. Lo que Store pone aquí es un ID de sesión nuevo.',
  'The diagram shows 404 Missing. A refresh token that is dead is refused with 400 (RFC 6749 §5.2).':
    'El diagrama muestra 404 Missing. Un refresh token muerto se rechaza con 400 (RFC 6749 §5.2).',
  'The diagram returns only a JWT. The refresh token comes back too and may be a new one, so the Store writes its cookie again.':
    'El diagrama devuelve solo un JWT. El refresh token vuelve también y puede ser nuevo, así que Store escribe otra vez su cookie.',
  'The diagram shows only response_type=code. Without client_id, redirect_uri and scope nothing would come back; state, nonce and a PKCE challenge guard the way back.':
    'El diagrama muestra solo response_type=code. Sin client_id, redirect_uri y scope no volvería nada; state, nonce y un challenge de PKCE protegen el camino de vuelta.',
  'The diagram sends code and client_secret. grant_type, redirect_uri, client_id and the PKCE verifier belong to it.':
    'El diagrama envía code y client_secret. También hacen falta grant_type, redirect_uri, client_id y el verifier de PKCE.',
  'The diagram posts response_type=code. The form also carries the login name, the password and the fields of the request it belongs to.':
    'El diagrama envía response_type=code. El formulario lleva también el nombre de usuario, la contraseña y los campos de la petición a la que pertenece.',
  'The diagram says that the login repeats. Whether a form comes depends on FusionAuth’s own session: while that lives, the browser is back in without one.':
    'El diagrama dice que el inicio de sesión se repite. Que aparezca un formulario depende de la sesión propia de FusionAuth: mientras viva, el navegador vuelve a entrar sin él.',

  'That a refused login shows the form again with status 200 is assumed.':
    'Se supone que un inicio de sesión rechazado muestra otra vez el formulario con estado 200.',
  'That the session cookie comes with this answer, and not with an earlier hop, is assumed.':
    'Se supone que la cookie de sesión llega con esta respuesta, y no en un salto anterior.',
  'That each single sign-on gives FusionAuth’s session its whole life again is assumed.':
    'Se supone que cada inicio de sesión único devuelve a la sesión de FusionAuth su vida entera.',
  'That a refresh returns the refresh token even when it stays the same is assumed.':
    'Se supone que una renovación devuelve el refresh token aunque no cambie.',
  'The error name for a code that is used up is assumed; older servers said invalid_request.':
    'El nombre del error para un code ya usado es una suposición; servidores anteriores decían invalid_request.',
  'The error name for a wrong password is assumed; FusionAuth publishes the reason only.':
    'El nombre del error para una contraseña errónea es una suposición; FusionAuth solo publica el motivo.',
}
