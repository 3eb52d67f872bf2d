import type { PublishedTexts } from '../tables.ts'

export const published: PublishedTexts = {
  errata: {
    E1: 'El diagrama escribe grant_type=refresh. El valor es refresh_token (RFC 6749 §6); /api/jwt/refresh no lleva ningún grant_type.',
    E2: 'El diagrama dice que el Hacker recibe una cookie nueva con un JWT. Lo que Store pone aquí es un ID de sesión nuevo.',
    E3: 'El diagrama hace que el Hacker pida /shopping-cart, donde una aplicación de página única tiene solo su página vacía. El carrito viene de /api/load-shopping-cart.',
    E4: 'El diagrama muestra 404 Missing. Un refresh token muerto se rechaza con 400 (RFC 6749 §5.2).',
    E5: 'El diagrama devuelve solo un JWT. El refresh token vuelve también y puede ser nuevo, así que Store lo entrega otra vez.',
    E6: 'El diagrama muestra solo response_type=code. Sin client_id, redirect_uri y scope no volvería nada; state, nonce y un challenge de PKCE protegen el camino de vuelta.',
    E7: 'El diagrama envía code y client_secret. También hacen falta grant_type, redirect_uri, client_id y el verifier de PKCE.',
    E8: 'El diagrama envía solo response_type. El formulario lleva también el nombre de usuario, la contraseña y los campos de la petición a la que pertenece.',
    E9: 'El diagrama dice que el inicio de sesión se repite. Que aparezca un formulario depende de la sesión propia de FusionAuth: mientras viva, el navegador vuelve a entrar sin él.',
    E10: 'El diagrama da a las cookies de Forums el dominio store.example.com. Forums no puede poner cookies para Store: están en forums.example.com.',
    E11: 'El diagrama tiene aquí solo un ID de sesión. El refresh token se pone junto a él, y junto a él se envía.',
    E12: 'El diagrama dice que los tokens se ignoran, o pone un JWT. El refresh token se guarda en una cookie, junto a un ID de sesión.',
    E16: 'El diagrama da aquí al JWT el dominio store.example.com. Está en el dominio padre, como en todo este flujo.',
    E17: 'El diagrama escribe /api/load-load-posts. La ruta es /api/load-posts.',
    E20: 'El diagrama no dice qué hace falta: FusionAuth debe permitir que los usuarios de la aplicación llamen a /api/login sin clave de API, y un script necesita además cabeceras CORS.',
    E22: 'Cuando el diagrama llega aquí, la cookie de FusionAuth contiene el refresh token de Forums. Solo vuelve a abrir Store tras un nuevo inicio de sesión allí; por eso aquí viene uno antes.',
    E24: 'El diagrama pone tokens en el cuerpo de un GET, que no lo tiene. El JWT viaja como Authorization: Bearer, un refresh token en una cabecera propia de la aplicación.',
    E25: 'El diagrama dice que no se envían cookies. Las cookies de un dominio padre van a todos los hosts que dependen de él: Forums recibe los tokens de Store, y debe rechazarlos.',
    E26: 'El diagrama muestra solo response_type=token. Sin client_id y redirect_uri no volvería nada; un state protege el camino de vuelta.',
    E27: 'Nadie guarda el refresh token que llega con esta respuesta, y sigue siendo válido en FusionAuth hasta que caduca. Una aplicación cuyo loginConfiguration.generateRefreshTokens sigue desactivado, como lo está por defecto, no recibe ninguno.',
    E13: 'El artículo promete un inicio de sesión único. Este inicio de sesión no da al navegador ninguna sesión en FusionAuth, así que Forums vuelve a pedir la contraseña.',
    E14: 'El artículo dice que el navegador va a FusionAuth para iniciar sesión. Aquí es el formulario propio de la aplicación el que recibe la contraseña.',
    E15: 'El artículo presenta una aplicación de página única. Esta es una aplicación web: cada paso carga una página.',
    E18: 'El artículo nombra /oauth2/token entre lo que se llama. El script llama solo a /api/login y /api/jwt/refresh.',
    E19: 'Una versión del diagrama muestra el nombre de un bloque donde se cargan las publicaciones.',
    E21: 'El artículo teme que un script inyectado robe el refresh token. Un script no puede leer esa cookie; pero puede pedir JWT nuevos con ella, y robarlos.',
  },
  inferences: {
    'login-refused-with-200':
      'Se supone que un inicio de sesión rechazado muestra otra vez el formulario con estado 200.',
    'sso-session-begins-with-the-code':
      'Se supone que la cookie de sesión llega con esta respuesta, y no en un salto anterior.',
    'sso-session-slides':
      'Se supone que cada inicio de sesión único devuelve a la sesión de FusionAuth su vida entera.',
    'refresh-returns-the-refresh-token':
      'Se supone que una renovación devuelve el refresh token aunque no cambie.',
    'error-of-a-used-code':
      'El nombre del error para un code ya usado es una suposición; servidores anteriores decían invalid_request.',
    'error-of-wrong-credentials':
      'El nombre del error para una contraseña errónea es una suposición; FusionAuth solo publica el motivo.',
    'type-of-a-token-outside-oauth':
      'Se supone que un token de estas API tiene el tipo de un access token (tty: at); las notas de versión de FusionAuth solo dicen que todo token tiene un tipo.',
    'preflight-granted-with-204':
      'Se supone que FusionAuth concede un preflight con estado 204; sus documentos no nombran ningún estado.',
    'token-cookies-cross-sites':
      'Se supone, como hacen los artículos, que las cookies de FusionAuth con tokens cruzan sitios (SameSite=None); por sí mismo FusionAuth pone Lax.',
    'token-cookies-deleted-across-sites':
      'Se supone que FusionAuth retira esas cookies con SameSite=None; sin eso, el navegador no dejaría que esta respuesta de otro sitio las borrara.',
    'verification-keys-of-the-tenant':
      'Se supone que la lista de claves de verificación del tenant sirve a todas sus aplicaciones; las notas de la versión 1.69 solo nombran la lista.',
    'keys-that-sign-stay':
      'Se supone que FusionAuth borra una clave en cuanto nadie firma con ella, y se niega antes; también el error que respondería.',
  },
}
