___TERMS_OF_SERVICE___

By creating or modifying this file you agree to Google Tag Manager's Community
Template Gallery Developer Terms of Service available at
https://developers.google.com/tag-manager/gallery-tos (or such other URL as
Google may provide), as modified from time to time.


___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "askfirst consent",
  "categories": ["TAG_MANAGEMENT", "PERSONALIZATION", "ANALYTICS"],
  "brand": { "id": "brand_dummy", "displayName": "askfirst" },
  "description": "Loads askfirst, sets the default consent state (the visitor's stored answer where there is one) and passes on every answer. Fire it on Consent Initialization - All Pages.",
  "containerContexts": ["WEB"]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "CHECKBOX",
    "name": "load",
    "checkboxText": "Load askfirst (clear it where the page has the tag of askfirst.js itself)",
    "simpleValueType": true,
    "defaultValue": true
  },
  {
    "type": "TEXT",
    "name": "src",
    "displayName": "Address of askfirst.js",
    "simpleValueType": true,
    "help": "The site's own copy, or one of jsDelivr or unpkg with its full version. Other hosts need a permission: Permissions > Injects scripts.",
    "valueHint": "https://cdn.jsdelivr.net/npm/askfirst@0.1.0/dist/cdn/askfirst.js",
    "enablingConditions": [{ "paramName": "load", "paramValue": true, "type": "EQUALS" }],
    "valueValidators": [{ "type": "NON_EMPTY" }]
  },
  {
    "type": "TEXT",
    "name": "options",
    "displayName": "Options of askfirst, as JSON",
    "simpleValueType": true,
    "lineCount": 8,
    "help": "What the block of data-config holds. Without categories the four usual ones are asked for.",
    "enablingConditions": [{ "paramName": "load", "paramValue": true, "type": "EQUALS" }]
  },
  {
    "type": "TEXT",
    "name": "cookieName",
    "displayName": "Name of the cookie",
    "simpleValueType": true,
    "defaultValue": "askfirst"
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "types",
    "displayName": "Category of each consent type, where it is not the usual one",
    "simpleTableColumns": [
      {
        "type": "SELECT",
        "name": "type",
        "displayName": "Type",
        "defaultValue": "ad_storage",
        "selectItems": [
          { "value": "ad_storage", "displayValue": "ad_storage" },
          { "value": "ad_user_data", "displayValue": "ad_user_data" },
          { "value": "ad_personalization", "displayValue": "ad_personalization" },
          { "value": "analytics_storage", "displayValue": "analytics_storage" },
          { "value": "functionality_storage", "displayValue": "functionality_storage" },
          { "value": "personalization_storage", "displayValue": "personalization_storage" },
          { "value": "security_storage", "displayValue": "security_storage" }
        ],
        "isUnique": true
      },
      { "type": "TEXT", "name": "category", "displayName": "Category", "defaultValue": "" }
    ]
  },
  {
    "type": "SIMPLE_TABLE",
    "name": "regions",
    "displayName": "Types that are granted without an answer, by region",
    "simpleTableColumns": [
      { "type": "TEXT", "name": "region", "displayName": "ISO 3166-2 codes, with commas", "defaultValue": "" },
      { "type": "TEXT", "name": "granted", "displayName": "Types, with commas", "defaultValue": "" }
    ]
  },
  {
    "type": "TEXT",
    "name": "waitForUpdate",
    "displayName": "Milliseconds that tags wait for an update",
    "simpleValueType": true,
    "defaultValue": 500,
    "valueValidators": [{ "type": "NON_NEGATIVE_NUMBER" }]
  },
  {
    "type": "SELECT",
    "name": "adsDataRedaction",
    "displayName": "ads_data_redaction",
    "selectItems": [
      { "value": "", "displayValue": "not set" },
      { "value": "true", "displayValue": "true" },
      { "value": "dynamic", "displayValue": "while ad_storage is denied" }
    ],
    "simpleValueType": true,
    "defaultValue": ""
  },
  {
    "type": "CHECKBOX",
    "name": "urlPassthrough",
    "checkboxText": "url_passthrough",
    "simpleValueType": true,
    "defaultValue": false
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const Object = require('Object');
const JSON = require('JSON');
const callInWindow = require('callInWindow');
const createQueue = require('createQueue');
const getCookieValues = require('getCookieValues');
const gtagSet = require('gtagSet');
const injectScript = require('injectScript');
const logToConsole = require('logToConsole');
const makeNumber = require('makeNumber');
const setDefaultConsentState = require('setDefaultConsentState');
const setInWindow = require('setInWindow');
const updateConsentState = require('updateConsentState');

const types = {
  ad_storage: 'marketing',
  ad_user_data: 'marketing',
  ad_personalization: 'marketing',
  analytics_storage: 'statistics',
  functionality_storage: 'preferences',
  personalization_storage: 'preferences',
  security_storage: 'necessary'
};
(data.types || []).forEach((row) => {
  types[row.type] = row.category;
});

const split = (text) =>
  (text || '').split(',').map((part) => part.trim()).filter((part) => part);

// The answers of the newest readable cookie, or undefined: "1:policy:seconds:id:source:choices".
const readStored = () => {
  const name = data.cookieName || 'askfirst';
  const values = getCookieValues('__Host-' + name).concat(getCookieValues(name));
  let newest;
  let choices;
  values.forEach((value) => {
    const parts = value.split(':');
    if (parts[0] !== '1' || parts.length !== 6) return;
    // Seconds in base 36: a longer text is a larger number, texts of one length compare as they are.
    const time = parts[2];
    if (newest && (time.length < newest.length || (time.length === newest.length && time <= newest))) return;
    newest = time;
    choices = {};
    parts[5].split('~').forEach((choice) => {
      const isRefused = choice.charAt(0) === '-';
      choices[isRefused ? choice.substring(1) : choice] = !isRefused;
    });
  });
  return choices;
};

const statesOf = (isGranted) => {
  const states = {};
  Object.keys(types).forEach((type) => {
    states[type] = isGranted(types[type], type) ? 'granted' : 'denied';
  });
  return states;
};

const redact = (states) => {
  if (data.adsDataRedaction === 'true') gtagSet('ads_data_redaction', true);
  if (data.adsDataRedaction === 'dynamic') gtagSet('ads_data_redaction', states.ad_storage === 'denied');
};

const pushToLayer = createQueue('dataLayer');
let announced = [];
const announce = (granted) => {
  pushToLayer({ event: 'cookie_consent_update' });
  granted.forEach((name) => {
    if (name !== 'necessary' && name.indexOf('.') < 0 && announced.indexOf(name) < 0)
      pushToLayer({ event: 'cookie_consent_' + name });
  });
  announced = granted;
};

const stored = readStored();
const isStored = (name) => {
  const category = name.split('.')[0];
  const answer = stored[name] === undefined ? stored[category] : stored[name];
  return answer || category === 'necessary';
};
const wait = makeNumber(data.waitForUpdate) || 0;

if (stored) {
  const states = statesOf(isStored);
  setDefaultConsentState(states);
  redact(states);
  announce(Object.keys(stored).filter(isStored));
} else {
  const states = statesOf((name) => name === 'necessary');
  (data.regions || []).forEach((row) => {
    const granted = split(row.granted);
    const regional = statesOf((name, type) => name === 'necessary' || granted.indexOf(type) >= 0);
    regional.region = split(row.region);
    regional.wait_for_update = wait;
    setDefaultConsentState(regional);
  });
  const general = statesOf((name) => name === 'necessary');
  general.wait_for_update = wait;
  setDefaultConsentState(general);
  redact(states);
}
if (data.urlPassthrough) gtagSet('url_passthrough', true);

const listen = () => {
  callInWindow('askfirst.on', 'change', (change) => {
    const states = statesOf((name) => change.granted.indexOf(name) >= 0);
    updateConsentState(states);
    redact(states);
    announce(change.granted);
  });
  data.gtmOnSuccess();
};

if (data.load) {
  const options = data.options ? JSON.parse(data.options) : {};
  if (options) {
    setInWindow('askfirst', { options: options }, false);
    injectScript(data.src, listen, data.gtmOnFailure, 'askfirst');
  } else {
    logToConsole('[askfirst] Options of the Tag Manager template are no JSON. Correct them; askfirst is not loaded.');
    data.gtmOnFailure();
  }
} else {
  // The page's own tag runs before or after this one.
  createQueue('askfirstQueue')(listen);
}


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": { "publicId": "access_consent", "versionId": "1" },
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              { "type": 3, "mapKey": [{ "type": 1, "string": "consentType" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }], "mapValue": [{ "type": 1, "string": "ad_storage" }, { "type": 8, "boolean": false }, { "type": 8, "boolean": true }] },
              { "type": 3, "mapKey": [{ "type": 1, "string": "consentType" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }], "mapValue": [{ "type": 1, "string": "ad_user_data" }, { "type": 8, "boolean": false }, { "type": 8, "boolean": true }] },
              { "type": 3, "mapKey": [{ "type": 1, "string": "consentType" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }], "mapValue": [{ "type": 1, "string": "ad_personalization" }, { "type": 8, "boolean": false }, { "type": 8, "boolean": true }] },
              { "type": 3, "mapKey": [{ "type": 1, "string": "consentType" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }], "mapValue": [{ "type": 1, "string": "analytics_storage" }, { "type": 8, "boolean": false }, { "type": 8, "boolean": true }] },
              { "type": 3, "mapKey": [{ "type": 1, "string": "consentType" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }], "mapValue": [{ "type": 1, "string": "functionality_storage" }, { "type": 8, "boolean": false }, { "type": 8, "boolean": true }] },
              { "type": 3, "mapKey": [{ "type": 1, "string": "consentType" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }], "mapValue": [{ "type": 1, "string": "personalization_storage" }, { "type": 8, "boolean": false }, { "type": 8, "boolean": true }] },
              { "type": 3, "mapKey": [{ "type": 1, "string": "consentType" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }], "mapValue": [{ "type": 1, "string": "security_storage" }, { "type": 8, "boolean": false }, { "type": 8, "boolean": true }] }
            ]
          }
        }
      ]
    },
    "clientAnnotations": { "isEditedByUser": true },
    "isRequired": true
  },
  {
    "instance": {
      "key": { "publicId": "get_cookies", "versionId": "1" },
      "param": [{ "key": "cookieAccess", "value": { "type": 1, "string": "any" } }]
    },
    "clientAnnotations": { "isEditedByUser": true },
    "isRequired": true
  },
  {
    "instance": {
      "key": { "publicId": "write_data_layer", "versionId": "1" },
      "param": [
        {
          "key": "keyPatterns",
          "value": { "type": 2, "listItem": [{ "type": 1, "string": "ads_data_redaction" }, { "type": 1, "string": "url_passthrough" }] }
        }
      ]
    },
    "clientAnnotations": { "isEditedByUser": true },
    "isRequired": true
  },
  {
    "instance": {
      "key": { "publicId": "access_globals", "versionId": "1" },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              { "type": 3, "mapKey": [{ "type": 1, "string": "key" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }, { "type": 1, "string": "execute" }], "mapValue": [{ "type": 1, "string": "askfirst" }, { "type": 8, "boolean": false }, { "type": 8, "boolean": true }, { "type": 8, "boolean": false }] },
              { "type": 3, "mapKey": [{ "type": 1, "string": "key" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }, { "type": 1, "string": "execute" }], "mapValue": [{ "type": 1, "string": "askfirst.on" }, { "type": 8, "boolean": false }, { "type": 8, "boolean": false }, { "type": 8, "boolean": true }] },
              { "type": 3, "mapKey": [{ "type": 1, "string": "key" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }, { "type": 1, "string": "execute" }], "mapValue": [{ "type": 1, "string": "askfirstQueue" }, { "type": 8, "boolean": true }, { "type": 8, "boolean": true }, { "type": 8, "boolean": false }] },
              { "type": 3, "mapKey": [{ "type": 1, "string": "key" }, { "type": 1, "string": "read" }, { "type": 1, "string": "write" }, { "type": 1, "string": "execute" }], "mapValue": [{ "type": 1, "string": "dataLayer" }, { "type": 8, "boolean": true }, { "type": 8, "boolean": true }, { "type": 8, "boolean": false }] }
            ]
          }
        }
      ]
    },
    "clientAnnotations": { "isEditedByUser": true },
    "isRequired": true
  },
  {
    "instance": {
      "key": { "publicId": "inject_script", "versionId": "1" },
      "param": [
        {
          "key": "urls",
          "value": {
            "type": 2,
            "listItem": [
              { "type": 1, "string": "https://cdn.jsdelivr.net/npm/askfirst@*" },
              { "type": 1, "string": "https://unpkg.com/askfirst@*" }
            ]
          }
        }
      ]
    },
    "clientAnnotations": { "isEditedByUser": true },
    "isRequired": true
  },
  {
    "instance": {
      "key": { "publicId": "logging", "versionId": "1" },
      "param": [{ "key": "environments", "value": { "type": 1, "string": "debug" } }]
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: A first visit gets one default that denies
  code: |-
    mock('getCookieValues', []);
    runCode(mockData);
    assertApi('setDefaultConsentState').wasCalledWith({
      ad_storage: 'denied',
      ad_user_data: 'denied',
      ad_personalization: 'denied',
      analytics_storage: 'denied',
      functionality_storage: 'denied',
      personalization_storage: 'denied',
      security_storage: 'granted',
      wait_for_update: 500
    });
    assertApi('updateConsentState').wasNotCalled();
    assertApi('injectScript').wasCalled();
- name: A stored answer is the default
  code: |-
    mock('getCookieValues', (name) =>
      name === 'askfirst' ? ['1::t5k2zq:Vq3fJ8kLmN0pQw1x:banner:-preferences~statistics~-marketing'] : []);
    runCode(mockData);
    assertApi('setDefaultConsentState').wasCalledWith({
      ad_storage: 'denied',
      ad_user_data: 'denied',
      ad_personalization: 'denied',
      analytics_storage: 'granted',
      functionality_storage: 'denied',
      personalization_storage: 'denied',
      security_storage: 'granted'
    });
- name: An answer is passed on
  code: |-
    mock('getCookieValues', []);
    mock('injectScript', (url, onSuccess) => onSuccess());
    mock('callInWindow', (path, event, listener) => listener({ granted: ['necessary', 'marketing'] }));
    runCode(mockData);
    assertApi('updateConsentState').wasCalledWith({
      ad_storage: 'granted',
      ad_user_data: 'granted',
      ad_personalization: 'granted',
      analytics_storage: 'denied',
      functionality_storage: 'denied',
      personalization_storage: 'denied',
      security_storage: 'granted'
    });
    assertApi('gtmOnSuccess').wasCalled();
- name: Options that are no JSON load nothing
  code: |-
    mock('getCookieValues', []);
    mockData.options = '{ categories:';
    runCode(mockData);
    assertApi('injectScript').wasNotCalled();
    assertApi('gtmOnFailure').wasCalled();
setup: |-
  const mockData = {
    load: true,
    src: 'https://cdn.jsdelivr.net/npm/askfirst@0.1.0/dist/cdn/askfirst.js',
    waitForUpdate: '500'
  };


___NOTES___

Fire the tag on "Consent Initialization - All Pages" and use no other consent mode plugin beside it: the page's own
google-consent-mode plugin says the same. docs/signals.md has the rest.
