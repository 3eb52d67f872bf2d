/**
 * The demonstration signing key of the stand-in, and of nothing else. It is published with the
 * source, so a token that it signs proves nothing: never trust it outside the lab. One fixed key
 * makes one seed give one trace, byte for byte (RS256 is deterministic).
 */
export const demoKey = {
  kid: 's5pGT5q2fKrF0fQR0bnn8TzmXxA',
  id: '6d6c8e2a-6a0b-4f0e-9d5c-0d6f2b7a1e90',
  name: 'Demonstration signing key of the stand-in',
  publicJwk: {
    kty: 'RSA',
    n: '15SKn6N7-CVsJJlb9f9v1PmM5G1hbAuTT0CvQbsryubnAD3IyeWwJYjCtyyxQ_3PQfioJrKJ8rppe2z1jWdqaksLLYae4MGNj2kk9oqJun5tfaE_sMYCW-6nB0weKU5hl-TP_L4yO1_ANUY_hn66brYuBPWFJJoM-C43ZQpMbxTZ8-waAxJ_Xhx4inptaUAP6PkiOTMRwViGV_gvW70moz098z6NJZTp2tm9S5ttq3LTGZFIIdkkcAKpCSHycop_XLyYg7AB85Bok2wRRWyITL6imKGnAtJegMTIg9mae9aIO9ki01jB8BfqJ5O58oikUnBzgMI2DjiXwGrcuRLP-Q',
    e: 'AQAB',
  },
  privateJwk: {
    kty: 'RSA',
    n: '15SKn6N7-CVsJJlb9f9v1PmM5G1hbAuTT0CvQbsryubnAD3IyeWwJYjCtyyxQ_3PQfioJrKJ8rppe2z1jWdqaksLLYae4MGNj2kk9oqJun5tfaE_sMYCW-6nB0weKU5hl-TP_L4yO1_ANUY_hn66brYuBPWFJJoM-C43ZQpMbxTZ8-waAxJ_Xhx4inptaUAP6PkiOTMRwViGV_gvW70moz098z6NJZTp2tm9S5ttq3LTGZFIIdkkcAKpCSHycop_XLyYg7AB85Bok2wRRWyITL6imKGnAtJegMTIg9mae9aIO9ki01jB8BfqJ5O58oikUnBzgMI2DjiXwGrcuRLP-Q',
    e: 'AQAB',
    d: 'FTjKsq9hz0pDzJCKRHuqUyFj1MLNwdib3kPkXMijpXw4hkYOw41IW1GMtYKBSsusAPcM-o491TazlpJh09M33xHXHlqvvjlfiZwUpu55Y3H5rlHW1ryPU-R47dd46qEMK2s7bEp-4GhrH_Nz4nYMPUTS3-sZecJuf2nxSxGJ9688CcfDgk50IVrQ0HcWEZccZls-kq6LdG62BHqHqluIoKvBV5DUtg21WhKCoZLXc0Yshqyb6tYochZFxghY3CbLda5p_b1aOkiy5H6LboOKyGth7HP1ImpozEf4v_3vWUjXcaffuQsPVx2Sd67XWglvWMbgGDHg633fFqXTiI-qFw',
    p: '7gNO8Vct4-cxj9WulBPnLLH2YdhBVJot9jE1Qn6R3jdCTzT2-6ZbCo8bIXJ3oPPw4dtmjBr9B44Xdo9BPQJRj0XXGR1SvgDbHWbO0oV0W4NqtyfmLrDHBcej61C79xFlRG_lToFsOsfMkhYOrCzEOxVdeia1sX7NXQE3NQgx358',
    q: '59892q0f5ItLuSNFcvhUGz7NYj06HG1f6m_zWY3HqkQqT5I_OXM50QT_1fUOaSxXq6Yf_0moxk8w0o5E09Bh51xSpwPS0h5cH8aZAJFipXT63NMV6y5oyUADH0T8DhGcEjxQyUWw6Y79zf1FNMiSvEgn80wzjx7VSvSnsazSyWc',
    dp: '0ZKkLilfRO9LWqUCRWyI_3frxBfQ3perpL2LcfNUqV_qySeP2eGPBGshrn_GCjkBfz3au77_0WkyC7jz7q5d9lO-pGSHeLn0NZ1Su1e7LuE2U_OT4MTTWamCEi9ScqgkjPAh7tBS5icLYA5_-OaqGoQjfO0cyx8l4KCzZcTDdW0',
    dq: 'pZgVQJrrb_jbN3ktHBKlXl_XphU77xldqrwQ-x_6PGs6HGHBrXHRFKmRXGgKxqnYYsndiCA-3IGpyHW6SdtEUErq7EQax9zOxhK7KmCqJqgIkLRfrvoR88g3cpl9uT5yS8Ovnk6bLfHk6Lu8NRoZUUXm4ibFm6zVfxaCvK1ETHk',
    qi: 'SME1vC39uXwZ5B6d56jrAGA4vpT4Cz0wWLzJVmucawbgE_b1TbKBuLQ_F2Pg3rQG_SLi7AeinLq9AJej2DEtGVWsNoTxEz-dKFyScxgW4G0iwah0U7e5fJ-gSgBJA27LDX4wJzJh-QAlsqLEpSSrZTs4aFjf9fJmDNLu_CpY7lY',
  },
  publicPem: `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA15SKn6N7+CVsJJlb9f9v
1PmM5G1hbAuTT0CvQbsryubnAD3IyeWwJYjCtyyxQ/3PQfioJrKJ8rppe2z1jWdq
aksLLYae4MGNj2kk9oqJun5tfaE/sMYCW+6nB0weKU5hl+TP/L4yO1/ANUY/hn66
brYuBPWFJJoM+C43ZQpMbxTZ8+waAxJ/Xhx4inptaUAP6PkiOTMRwViGV/gvW70m
oz098z6NJZTp2tm9S5ttq3LTGZFIIdkkcAKpCSHycop/XLyYg7AB85Bok2wRRWyI
TL6imKGnAtJegMTIg9mae9aIO9ki01jB8BfqJ5O58oikUnBzgMI2DjiXwGrcuRLP
+QIDAQAB
-----END PUBLIC KEY-----
`,
} as const
