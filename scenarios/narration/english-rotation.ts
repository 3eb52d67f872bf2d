/** English stories of a key that signs, and is replaced. */
export const rotation = {
  'keys-request': ['FusionAuth’s operator asks which keys there are, with an API key.'],
  'keys-response/200': [
    'Each key has a name, its kid, which the header of every JWT says that it has signed.',
    'The private half of a key is not in the answer.',
  ],
  'generate-key-request': ['FusionAuth is told to generate a key; no key material is sent to it.'],
  'generate-key-response/200': [
    'The new key has a kid of its own.',
    'The stand-in gives it the same public half as the old one, so that runs repeat: only the kid tells them apart here.',
  ],
  'signing-key-request/kept': [
    'The tenant is to sign access tokens and ID tokens with the new key from now on.',
    'The old key is listed for verification: since 1.69 FusionAuth verifies a JWT only with the key that signs, or one that is listed.',
  ],
  'signing-key-request': [
    'The tenant is to sign access tokens and ID tokens with the new key from now on.',
    'The list of keys for verification is taken away: what the old keys signed shall count no more.',
  ],
  'signing-key-response/200/kept': [
    'FusionAuth signs with the new key and still accepts what the old one has signed, so nobody is logged out.',
    'No JWT lives longer than timeToLiveInSeconds: once the last one of the old key has run out, that key can be deleted, and nobody notices.',
  ],
  'signing-key-response/200': ['FusionAuth signs with the new key, and lists no other.'],
  'delete-key-request/signed-jwts': [
    'An old key is to be deleted, though JWTs that it has signed have not run out.',
    'It signs for the tenant no more: while it did, FusionAuth would refuse.',
  ],
  'delete-key-request': [
    'An old key is to be deleted, of which no JWT has to be verified any more.',
    'It signs for the tenant no more: while it did, FusionAuth would refuse.',
  ],
  'delete-key-response/200': [
    'The key is gone, and is published no more: no JWT that it has signed can be verified by it.',
  ],
  'forget-keys': [
    'The application forgets the keys that it had fetched, so the next JWT makes it fetch them anew.',
    'The deleted key was among them: as long as an application keeps it, it accepts what that key has signed.',
  ],
  'jwks-response/200/none-fits': [
    'These keys are public: they check signatures, and cannot make any.',
    'None of them has the kid of the JWT that came: its key was deleted, so the JWT is refused, whatever its date says.',
  ],
} as const
