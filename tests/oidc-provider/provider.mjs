// An independent, certified OpenID provider for tests: oidc-provider with one client (the portal) and demo citizens.
// Prints "listening http://127.0.0.1:PORT" and ends when its standard input closes.
// `login_hint=ACCOUNT` signs that account in without a page; POST /test/rotate-keys replaces the signing key.
import http from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import Provider from './oidc-provider.bundle.mjs';

const accounts = {
  'an': {
    name: 'Nguyễn Văn An', birthdate: '1990-05-17', gender: 'male', phone_number: '0912345678', email: 'an@example.vn',
    identity_number: '006090001234', address: { formatted: 'Tổ 5, phường Đức Xuân, thành phố Bắc Kạn, tỉnh Bắc Kạn' }, acr: 'LoA2',
  },
  'binh': {
    name: 'Hoàng Thị Bình', birthdate: '1985-11-02', gender: 'female', phone_number: '0987654321', email: 'binh@example.vn',
    identity_number: '006185005678', address: { formatted: 'Thôn Nà Pò, xã Cao Thượng, huyện Ba Bể, tỉnh Bắc Kạn' }, acr: 'LoA3',
  },
  'nameless': { acr: 'LoA1' },
};

const local = (uri) => {
  try {
    return ['127.0.0.1', 'localhost'].includes(new URL(uri).hostname);
  } catch {
    return false;
  }
};

const page = (title, body) => `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${title}</title><body><h1>${title}</h1>${body}</body></html>`;

function provide(issuer) {
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...key, kid: randomUUID(), use: 'sig', alg: 'RS256' }] },
    clients: [{
      client_id: 'motcua-portal',
      client_secret: 'only-for-tests',
      redirect_uris: ['http://127.0.0.1/signin-oidc'],
      post_logout_redirect_uris: ['http://127.0.0.1/signout-callback-oidc'],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'client_secret_post',
    }],
    cookies: { keys: ['only-for-tests'] },
    acrValues: ['LoA1', 'LoA2', 'LoA3'],
    scopes: ['openid', 'profile', 'email', 'phone', 'address'],
    claims: {
      openid: ['sub', 'acr', 'identity_number'],
      profile: ['name', 'birthdate', 'gender'],
      email: ['email'],
      phone: ['phone_number'],
      address: ['address'],
    },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = page('Đăng xuất', `${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Đăng xuất</button>`);
        },
      },
    },
    interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (ctx, id) => accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid profile email phone address');
      await grant.save();
      return grant;
    },
  });
  provider.on('grant.error', (ctx, error) => console.error(`grant refused: ${error.error_detail ?? error.message}`));
  provider.Client.prototype.redirectUriAllowed = local;
  provider.Client.prototype.postLogoutRedirectUriAllowed = local;
  return provider;
}

let provider;
let callback;

async function interact(request, response, url) {
  const { params } = await provider.interactionDetails(request, response);
  const given = url.searchParams.get('account') ?? params.login_hint;
  if (given && accounts[given]) {
    const login = { accountId: given, acr: accounts[given].acr, amr: ['pwd'] };
    return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  }
  const choices = Object.entries(accounts).map(([id, a]) => `<button name="account" value="${id}">${a.name ?? id}</button>`).join(' ');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  return response.end(page('Đăng nhập', `<form method="get" action="${url.pathname}">${choices}</form>`));
}

const server = http.createServer((request, response) => {
  const url = new URL(request.url, 'http://127.0.0.1');
  if (request.method === 'POST' && url.pathname === '/test/rotate-keys') {
    provider = provide(provider.issuer);
    callback = provider.callback();
    response.writeHead(204).end();
  } else if (url.pathname.startsWith('/interaction/')) {
    interact(request, response, url).catch((error) => response.writeHead(400).end(String(error)));
  } else {
    callback(request, response);
  }
});

server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  provider = provide(issuer);
  callback = provider.callback();
  console.log(`listening ${issuer}`);
});
process.stdin.resume().on('end', () => process.exit(0));
