import { type Category, nodeTypeOf } from '@journeyman/node-schemas';
import {
  type Icon,
  IconApps,
  IconBellOff,
  IconBox,
  IconBuildingStore,
  IconCode,
  IconCookie,
  IconDatabase,
  IconDeviceDesktopAnalytics,
  IconDeviceMobile,
  IconDownload,
  IconHourglass,
  IconIdBadge2,
  IconKey,
  IconLayoutList,
  IconListCheck,
  IconLock,
  IconLockCheck,
  IconLockPause,
  IconMessage,
  IconPassword,
  IconPencilCode,
  IconPuzzle,
  IconQrcode,
  IconRepeat,
  IconRouteAltLeft,
  IconSend,
  IconShieldCheck,
  IconShieldHalf,
  IconStairs,
  IconStairsUp,
  IconTextRecognition,
  IconUser,
  IconUserCheck,
  IconUserSearch,
  IconUsersGroup,
  IconWorldCheck,
  IconWorldX,
} from '@tabler/icons-react';

/** The icon of a node type; of one without an icon of its own, that of its category; of an unknown one, a piece of a puzzle. */
export function iconOf(type: string): Icon {
  const known = nodeTypeOf(type);
  if (known === undefined) return IconPuzzle;
  return byType[type] ?? byCategory[known.category];
}

/** The category of a node type, for its colour. */
export function categoryOf(type: string): Category | 'unknown' {
  return nodeTypeOf(type)?.category ?? 'unknown';
}

const byCategory: Readonly<Record<Category, Icon>> = {
  basic: IconUser,
  mfa: IconDeviceMobile,
  risk: IconShieldHalf,
  contextual: IconDeviceDesktopAnalytics,
  identity: IconUserCheck,
  social: IconUsersGroup,
  utility: IconBox,
  marketplace: IconBuildingStore,
};

const byType: Readonly<Record<string, Icon>> = {
  UsernameCollectorNode: IconUser,
  PasswordCollectorNode: IconLock,
  DataStoreDecisionNode: IconDatabase,
  IdentityStoreDecisionNode: IconUserSearch,
  ZeroPageLoginNode: IconTextRecognition,
  ValidatedUsernameNode: IconIdBadge2,
  ValidatedPasswordNode: IconPassword,
  DeviceProfileCollectorNode: IconDeviceDesktopAnalytics,
  AccountLockoutNode: IconLockPause,
  ModifyAuthLevelNode: IconStairsUp,
  AuthLevelDecisionNode: IconStairs,
  RetryLimitDecisionNode: IconRepeat,
  MessageNode: IconMessage,
  PollingWaitNode: IconHourglass,
  ChoiceCollectorNode: IconListCheck,
  SetStateNode: IconPencilCode,
  ScriptedDecisionNode: IconCode,
  SetSessionPropertiesNode: IconCookie,
  SetSuccessUrlNode: IconWorldCheck,
  SetFailureUrlNode: IconWorldX,
  PageNode: IconLayoutList,
  InnerTreeEvaluatorNode: IconRouteAltLeft,
  PushAuthenticationSenderNode: IconSend,
  PushResultVerifierNode: IconShieldCheck,
  PushRegistrationNode: IconQrcode,
  PushWaitNode: IconHourglass,
  MultiFactorRegistrationOptionsNode: IconApps,
  GetAuthenticatorAppNode: IconDownload,
  OptOutMultiFactorAuthenticationNode: IconBellOff,
  RecoveryCodeDisplayNode: IconKey,
  RecoveryCodeCollectorDecisionNode: IconLockCheck,
};
