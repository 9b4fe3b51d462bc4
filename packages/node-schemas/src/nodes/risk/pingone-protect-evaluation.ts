import { Choice, Flag, OptionalText, Text, Texts } from '../../fields.ts';
import { defineComputedNodeType } from '../../node-type.ts';
import { Type } from '../../schema.ts';
import { pingOneWorker } from '../identity/pingone-settings.ts';

/** PingOne Protect Evaluation: has PingOne judge how risky the sign-in is. */
export const pingOneProtectEvaluationNode = defineComputedNodeType({
  id: 'product-PingOneProtectEvaluationNode',
  name: 'PingOne Protect Evaluation',
  help: 'Has PingOne Protect judge how risky this sign-in is, by the signals that the client has collected since PingOne Protect Initialize. Tell PingOne the end with PingOne Protect Result, so that it learns.',
  category: 'risk',
  tags: ['risk', 'sdk'],
  config: Type.Object({
    pingOneWorker,
    targetResourceID: OptionalText({
      title: 'Target App ID',
      description: 'The id of the PingOne application that the user is about to reach.',
    }),
    dynamicTargetResourceID: Flag({
      title: 'Dynamic Target App ID',
      description: 'Takes Target App ID as the state key that holds the id.',
      default: false,
    }),
    targetResourceName: OptionalText({
      title: 'Target App Name',
      description: 'The name of the application that the user is about to reach.',
    }),
    dynamicTargetResourceName: Flag({
      title: 'Dynamic Target App Name',
      description: 'Takes Target App Name as the state key that holds the name.',
      default: false,
    }),
    riskPolicySetID: OptionalText({
      title: 'Risk Policy Set ID',
      description: 'The risk policy to judge by; none: the one that PingOne has as its default.',
    }),
    dynamicRiskPolicySetID: Flag({
      title: 'Dynamic Risk Policy Set ID',
      description: 'Takes Risk Policy Set ID as the state key that holds the id.',
      default: false,
    }),
    targetedPoliciesEvaluation: Flag({
      title: 'Targeted Policies Evaluation',
      description: 'Lets PingOne choose the policy that is targeted at such a sign-in.',
      default: false,
    }),
    flowType: Choice({
      title: 'Flow Type',
      description: 'What the user is doing.',
      default: 'AUTHENTICATION',
      values: {
        REGISTRATION: 'Registration',
        AUTHENTICATION: 'Authentication',
        ACCESS: 'Access',
        AUTHORIZATION: 'Authorization',
        TRANSACTION: 'Transaction',
      },
    }),
    authenticationFlowSubtype: Choice({
      title: 'Authentication Flow Subtype',
      description: 'How the user signs in, where the flow is an authentication.',
      default: 'NONE',
      values: {
        NONE: 'None',
        ACCOUNT_RECOVERY: 'Account recovery',
        ACTIVE_SESSION: 'Active session',
        KERBEROS: 'Kerberos',
        NEO_CREDENTIALS: 'PingOne Neo credentials',
        PASSKEY: 'Passkey',
        PASSWORDLESS: 'Passwordless',
        USER_CERTIFICATION: 'User certificate',
        USER_PASSWORD: 'User name and password',
        USERNAME_RECOVERY: 'User name recovery',
      },
    }),
    authorizationFlowSubtype: Choice({
      title: 'Authorization Flow Subtype',
      description: 'What the user wants leave for, where the flow is an authorization.',
      default: 'NONE',
      values: {
        NONE: 'None',
        ADD_ADDRESS: 'Add an address',
        ADD_MFA: 'Add a second factor',
        ADD_PAYEE: 'Add a payee',
        ADD_PHONE_NUMBER: 'Add a phone number',
        ADD_USER: 'Add a user',
        CHANGE_PASSWORD: 'Change the password',
        DELETE_MFA: 'Delete a second factor',
        DELETE_PAYEE: 'Delete a payee',
        UPDATE_ADDRESS: 'Change an address',
        UPDATE_PHONE_NUMBER: 'Change a phone number',
      },
    }),
    nodeStateAttributeForSubtype: OptionalText({
      title: 'Node State Attribute For Subtype',
      description: 'The state key that holds the subtype, in place of one chosen above.',
    }),
    deviceSharingType: Choice({
      title: 'Device Sharing Type',
      description: 'Whether several people use the device.',
      default: 'SHARED',
      values: { UNSPECIFIED: 'Unspecified', SHARED: 'Shared', PRIVATE: 'Private' },
    }),
    scoreThreshold: Text({
      title: 'Score Threshold',
      description:
        'A higher score leaves by Exceeds Score Threshold, whatever the level. A number, such as 300.',
      default: '300',
    }),
    recommendedActions: Texts({
      title: 'Recommended Actions',
      description:
        'Actions that PingOne may recommend, such as BOT_MITIGATION. Each is an outcome, taken before those of the levels.',
    }),
    pauseBehavioralData: Flag({
      title: 'Pause Behavioral Data',
      description: 'Has the client stop collecting how the user types and moves once it has been judged.',
      default: true,
    }),
    userId: OptionalText({
      title: 'Node State Attribute For User ID',
      description: 'The state key that holds the id of the user in PingOne.',
    }),
    username: OptionalText({
      title: 'Node State Attribute For Username',
      description: 'The state key that holds the name of the user in PingOne.',
    }),
    userGroups: OptionalText({
      title: 'Node State Attribute For User Groups',
      description: 'The state key that holds the groups of the user.',
    }),
    storeEvaluateResult: Flag({
      title: 'Store Risk Evaluation',
      description:
        'Keeps the answer of PingOne under PingOneProtectEvaluationNode.RISK for scripts that follow.',
      default: false,
    }),
    customAttributes: OptionalText({
      title: 'Node State Attribute For Custom Attributes',
      description: 'The state key that holds attributes of your own to judge by.',
    }),
    deviceExternalId: OptionalText({
      title: 'Node State Attribute For Device External ID',
      description: 'The state key that holds an id of the device from elsewhere.',
    }),
    sessionId: OptionalText({
      title: 'Node State Attribute For Session ID',
      description: 'The state key that holds an id of the session.',
    }),
  }),
  outcomes: {
    compute: (config) => [
      { id: 'high', displayName: 'High' },
      { id: 'medium', displayName: 'Medium' },
      { id: 'low', displayName: 'Low' },
      { id: 'exceed', displayName: 'Exceeds Score Threshold' },
      { id: 'failure', displayName: 'Failure' },
      ...(config?.recommendedActions ?? []).map((id) => ({ id, displayName: id })),
      { id: 'clientError', displayName: 'ClientError' },
    ],
  },
  interactive: true,
  reads: [{ key: 'username', required: false }],
  writes: [{ key: 'PingOneProtectEvaluationNode.RISK', scope: 'transient', always: false }],
});
