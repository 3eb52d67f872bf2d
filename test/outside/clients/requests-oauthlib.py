"""requests-oauthlib does what a line of JSON on standard input asks, and answers with a line."""
import json
import os
import sys

os.environ['OAUTHLIB_INSECURE_TRANSPORT'] = '1'
from requests_oauthlib import OAuth2Session  # noqa: E402

session = None


def do(asked):
    global session
    act, given = asked['do'], asked.get('with', {})
    if act == 'begin':
        session = OAuth2Session(**given)
        return None
    if act == 'url':
        url, state = session.authorization_url(given['endpoint'])
        return {'url': url, 'state': state}
    if act == 'fetch':
        return session.fetch_token(**given)
    if act == 'refresh':
        return session.refresh_token(**given)
    if act == 'get':
        return session.get(given['url']).json()
    raise ValueError(act)


for line in sys.stdin:
    try:
        told = {'result': do(json.loads(line))}
    except Exception as error:
        told = {'error': type(error).__name__, 'message': str(error)}
    print(json.dumps(told), flush=True)
