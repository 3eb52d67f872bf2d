import type { Translations } from '../translator.ts'

/** What the published diagrams get wrong, and what is assumed of FusionAuth. */
export const published: Translations = {
  'The diagram writes grant_type=refresh. The value is refresh_token (RFC 6749 §6); /api/jwt/refresh takes no grant_type at all.':
    'El diagrama escribe grant_type=refresh. El valor es refresh_token (RFC 6749 §6); /api/jwt/refresh no lleva ningún grant_type.',
  'The diagram says that the Hacker gets a new JWT cookie. What the Store sets here is a new session id.':
    'El diagrama dice que el Hacker recibe una cookie nueva con un JWT. Lo que Store pone aquí es un ID de sesión nuevo.',
  'The diagram shows 404 Missing. A refresh token that is dead is refused with 400 (RFC 6749 §5.2).':
    'El diagrama muestra 404 Missing. Un refresh token muerto se rechaza con 400 (RFC 6749 §5.2).',
  'The diagram returns only a JWT. The refresh token comes back too and may be a new one, so the Store hands it on again.':
    'El diagrama devuelve solo un JWT. El refresh token vuelve también y puede ser nuevo, así que Store lo entrega otra vez.',
  'The diagram shows only response_type=code. Without client_id, redirect_uri and scope nothing would come back; state, nonce and a PKCE challenge guard the way back.':
    'El diagrama muestra solo response_type=code. Sin client_id, redirect_uri y scope no volvería nada; state, nonce y un challenge de PKCE protegen el camino de vuelta.',
  'The diagram sends code and client_secret. grant_type, redirect_uri, client_id and the PKCE verifier belong to it.':
    'El diagrama envía code y client_secret. También hacen falta grant_type, redirect_uri, client_id y el verifier de PKCE.',
  'The diagram posts only response_type. The form also carries the login name, the password and the fields of the request it belongs to.':
    'El diagrama envía solo response_type. El formulario lleva también el nombre de usuario, la contraseña y los campos de la petición a la que pertenece.',
  'The diagram says that the login repeats. Whether a form comes depends on FusionAuth’s own session: while that lives, the browser is back in without one.':
    'El diagrama dice que el inicio de sesión se repite. Que aparezca un formulario depende de la sesión propia de FusionAuth: mientras viva, el navegador vuelve a entrar sin él.',

  'The diagram lets the Hacker ask for /shopping-cart, where a single-page application has only its empty page. The cart comes from /api/load-shopping-cart.':
    'El diagrama hace que el Hacker pida /shopping-cart, donde una aplicación de página única tiene solo su página vacía. El carrito viene de /api/load-shopping-cart.',
  'The diagram gives the cookies of Forums the domain store.example.com. Forums cannot set cookies for the Store: they lie at forums.example.com.':
    'El diagrama da a las cookies de Forums el dominio store.example.com. Forums no puede poner cookies para Store: están en forums.example.com.',
  'The diagram has only a session id here. The refresh token is set beside it, and sent beside it.':
    'El diagrama tiene aquí solo un ID de sesión. El refresh token se pone junto a él, y junto a él se envía.',
  'The diagram calls the tokens ignored, or sets a JWT. The refresh token is kept in a cookie, beside a session id.':
    'El diagrama dice que los tokens se ignoran, o pone un JWT. El refresh token se guarda en una cookie, junto a un ID de sesión.',
  'The diagram gives the JWT the domain store.example.com here. It lies at the parent domain, as everywhere in this workflow.':
    'El diagrama da aquí al JWT el dominio store.example.com. Está en el dominio padre, como en todo este flujo.',
  'The diagram writes /api/load-load-posts. The path is /api/load-posts.':
    'El diagrama escribe /api/load-load-posts. La ruta es /api/load-posts.',
  'The diagram does not say what this takes: FusionAuth must let the application’s users call /api/login without an API key, and a script needs CORS headers besides.':
    'El diagrama no dice qué hace falta: FusionAuth debe permitir que los usuarios de la aplicación llamen a /api/login sin clave de API, y un script necesita además cabeceras CORS.',
  'When the diagram comes to this, the cookie at FusionAuth holds the refresh token of Forums. It opens the Store again only after a new login there, which is why one comes first here.':
    'Cuando el diagrama llega aquí, la cookie de FusionAuth contiene el refresh token de Forums. Solo vuelve a abrir Store tras un nuevo inicio de sesión allí; por eso aquí viene uno antes.',
  'The diagram puts tokens into the body of a GET, which has none. The JWT travels as Authorization: Bearer, a refresh token in a header of the application’s own.':
    'El diagrama pone tokens en el cuerpo de un GET, que no lo tiene. El JWT viaja como Authorization: Bearer, un refresh token en una cabecera propia de la aplicación.',
  'The diagram says that no cookies are sent. Cookies of a parent domain go to every host below it: Forums gets the tokens of the Store, and must refuse them.':
    'El diagrama dice que no se envían cookies. Las cookies de un dominio padre van a todos los hosts que dependen de él: Forums recibe los tokens de Store, y debe rechazarlos.',
  'The diagram shows only response_type=token. Without client_id and redirect_uri nothing would come back; a state guards the way back.':
    'El diagrama muestra solo response_type=token. Sin client_id y redirect_uri no volvería nada; un state protege el camino de vuelta.',
  'Nobody keeps the refresh token that comes with this answer, and it stays valid at FusionAuth until it runs out. An application whose loginConfiguration.generateRefreshTokens stays off, as it is by default, gets none.':
    'Nadie guarda el refresh token que llega con esta respuesta, y sigue siendo válido en FusionAuth hasta que caduca. Una aplicación cuyo loginConfiguration.generateRefreshTokens sigue desactivado, como lo está por defecto, no recibe ninguno.',

  'The article promises single sign-on. This login gives the browser no session at FusionAuth, so Forums asks for the password again.':
    'El artículo promete un inicio de sesión único. Este inicio de sesión no da al navegador ninguna sesión en FusionAuth, así que Forums vuelve a pedir la contraseña.',
  'The article says that the browser goes to FusionAuth to log in. Here it is the application’s own form that takes the password.':
    'El artículo dice que el navegador va a FusionAuth para iniciar sesión. Aquí es el formulario propio de la aplicación el que recibe la contraseña.',
  'The article introduces a single-page application. This is a web application: every step loads a page.':
    'El artículo presenta una aplicación de página única. Esta es una aplicación web: cada paso carga una página.',
  'The article names /oauth2/token among what is called. The script calls /api/login and /api/jwt/refresh alone.':
    'El artículo nombra /oauth2/token entre lo que se llama. El script llama solo a /api/login y /api/jwt/refresh.',
  'One version of the diagram shows the name of a building block where the posts are loaded.':
    'Una versión del diagrama muestra el nombre de un bloque donde se cargan las publicaciones.',
  'The article fears that injected script steals the refresh token. Script cannot read that cookie; but it can have new JWTs made with it, and steal those.':
    'El artículo teme que un script inyectado robe el refresh token. Un script no puede leer esa cookie; pero puede pedir JWT nuevos con ella, y robarlos.',

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
  'That a token of these APIs has the type of an access token (tty: at) is assumed; FusionAuth’s release notes say only that every token has a type.':
    'Se supone que un token de estas API tiene el tipo de un access token (tty: at); las notas de versión de FusionAuth solo dicen que todo token tiene un tipo.',
  'That FusionAuth grants a preflight with status 204 is assumed; its documents name no status.':
    'Se supone que FusionAuth concede un preflight con estado 204; sus documentos no nombran ningún estado.',
  'That FusionAuth’s cookies with tokens cross sites (SameSite=None) is assumed, as the articles do; of itself FusionAuth sets Lax.':
    'Se supone, como hacen los artículos, que las cookies de FusionAuth con tokens cruzan sitios (SameSite=None); por sí mismo FusionAuth pone Lax.',
  'That FusionAuth takes such cookies back with SameSite=None is assumed; without it, the browser would not let this answer of another site delete them.':
    'Se supone que FusionAuth retira esas cookies con SameSite=None; sin eso, el navegador no dejaría que esta respuesta de otro sitio las borrara.',
  'The error name for a wrong password is assumed; FusionAuth publishes the reason only.':
    'El nombre del error para una contraseña errónea es una suposición; FusionAuth solo publica el motivo.',
}
