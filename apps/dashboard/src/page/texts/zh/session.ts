/** The words about signing in, and about who somebody is, in Chinese. */
import type { enSession } from '../en/session.js';

export const zhSession: typeof enSession = {
  signIn: '登录',
  signOut: '退出登录',
  stillSignedIn: '服务器没有回答：您可能仍处于登录状态。',
  byProvider: '用您的账户登录',
  byLink: '请用一次性链接登录：“npm start” 会显示一个，管理员也可以向您发送邀请。',
  noWay: '本服务器不提供登录。请询问其管理者。',
  opening: '正在登录……',
  signedInAs: (name) => `您已登录，身份为 ${name}。`,
  stillAs: (name) => `您仍以 ${name} 的身份登录。`,
  linkAway:
    '服务器没有回答，因此您尚未登录。服务器恢复后请再次打开链接；如果届时显示链接已被使用，请索取新的链接。',
  linkRefused: {
    used: '此链接已被使用：一个链接只能登录一次。如果不是您本人使用的，请告知管理员。请索取新的邀请，或重新启动服务器（npm start 会显示新的链接）。',
    ended: '此链接已过期。请索取新的邀请，或重新启动服务器（npm start 会显示新的链接）。',
    unknown: '本服务器不认识此链接。请检查链接是否复制完整，以及是否属于本服务器；否则请索取新的链接。',
  },
  dismiss: '关闭此消息',
  roles: {
    provider: '填报人',
    'focal-point': '联络人',
    'desk-officer': '主管干事',
    statistician: '统计员',
    releaser: '发布者',
    reader: '查阅者',
    administrator: '管理员',
    owner: '所有者',
  },
  noRole: '没有角色',
  noRoleYet: '您在此尚无角色：角色由管理员授予。您可以查阅向所有人开放的内容。',
  allRespondents: '所有答复者',
  allCollections: '所有数据集',
  and: '；',
  signedInBy: {
    key: '以密钥登录',
    link: '以链接登录',
    oidc: '以您所在组织的账户登录',
    token: '以访问令牌登录',
  },
  until: (when) => `最迟于 ${when} 结束`,
  mustSignIn: '此内容仅对已登录者开放。',
};
