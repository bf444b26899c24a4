import type { CodeTab } from './CodeTabs';

/** How a server signs the id of who is signed in, in several languages. All make the same 64 hex digits. */
export const SIGNING_EXAMPLES: readonly CodeTab[] = [
  {
    name: 'Node',
    note: 'signing.note',
    code: `import { createHmac } from 'node:crypto';

export function signatureOf(userId) {
  const secret = process.env.PORCHLIGHT_IDENTITY_SECRET;
  return createHmac('sha256', secret).update(userId).digest('hex');
}`,
  },
  {
    name: 'Python',
    note: 'signing.note',
    code: `import hashlib
import hmac
import os


def signature_of(user_id):
    secret = os.environ["PORCHLIGHT_IDENTITY_SECRET"]
    return hmac.new(secret.encode(), user_id.encode(), hashlib.sha256).hexdigest()`,
  },
  {
    name: 'PHP',
    note: 'signing.note',
    code: `<?php

function signature_of(string $userId): string
{
    return hash_hmac('sha256', $userId, getenv('PORCHLIGHT_IDENTITY_SECRET'));
}`,
  },
  {
    name: 'Ruby',
    note: 'signing.note',
    code: `require 'openssl'

def signature_of(user_id)
  OpenSSL::HMAC.hexdigest('SHA256', ENV.fetch('PORCHLIGHT_IDENTITY_SECRET'), user_id)
end`,
  },
  {
    name: 'Go',
    note: 'signing.note',
    code: `package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"os"
)

func signatureOf(userID string) string {
	mac := hmac.New(sha256.New, []byte(os.Getenv("PORCHLIGHT_IDENTITY_SECRET")))
	mac.Write([]byte(userID))
	return hex.EncodeToString(mac.Sum(nil))
}`,
  },
];
