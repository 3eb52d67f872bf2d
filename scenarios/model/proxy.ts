/** How the proxy that Login Lab puts before a real FusionAuth names itself in `Via` (RFC 9110 §7.6.3). */
export const proxyName = '(Login Lab)'
