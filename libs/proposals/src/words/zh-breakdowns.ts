/** Chinese words of dimensions: who was trained, of which sex and age, how they were exploited. */
import type { Words } from '../notation.js';

export const chineseBreakdowns: Readonly<Record<string, Words>> = {
  'audience=other-specialists': '有关专家|其他专家|其他专业人员',
  'audience=trafficking-specialists': '贩运问题专家|打击人口贩运领域|反贩运专家|贩运领域',
  'audience=special-investigators': '特别侦查员|专门侦查员|特别调查员|专门调查员',
  'audience=school-psychologists': '学校心理',
  'audience=criminal-justice-officials': '刑事司法官员|刑事司法人员|刑事司法工作者',
  'audience=justice-officials': '司法官员|司法工作者|司法部门官员|司法人员',
  'audience=magistrates': '地方法官|治安法官',
  'audience=refugee-workers': '难民工作者|难民事务人员',
  'audience=ngos': '非政府组织代表|非政府组织成员|非政府组织的成员|非政府组织工作人员|非政府组织',
  'audience=young-people': '青年|青少年',
  'audience=employment-and-welfare-officials':
    '劳动监察员|劳工督察|就业与福利官员|就业和福利官员|就业官员|劳动官员',
  'audience=probation-officers': '缓刑监督官|感化官',
  'audience=public': '公众|民众|群众|村民|市民',
  'audience=investigators': '侦查员|侦查人员|调查员',
  'audience=law-enforcement': '执法人员|执法官员|执法机关',
  'sex=female': '妇女|女性|女子|女童|女孩|少女|女被害人|女被告|女工|女学生|女犯|女',
  'sex=male': '男性|男子|男童|男孩|男人|男工|男学生|男|男犯',
  'age=child':
    '儿童|未成年人|女童|男童|孩子|女孩|男孩|少女|未满18岁|不满18岁|未满十八岁|少年|婴儿|幼童|孩童|童工|18岁以下|十八岁以下|小孩',
  'age=adult': '成年人|成年',
  'audience=police': '警官|警察|警员|民警|干警|公安|警务人员|刑警|警方|警务',
  'audience=prosecutors': '检察官|检察人员',
  'audience=judges': '法官|审判人员',
  'audience=border-guards': '边防人员|边防警卫|边防官兵|边防',
  'audience=teachers': '教师|老师|教员',
  'audience=social-workers': '社会工作者|社工|社会工作人员|社会福利人员|福利工作者',
  'audience=immigration-officials': '移民官员|出入境官员|移民局人员|移民和领事官员|入境官员|移民人员|移民',
  'audience=consular-officials': '外交官|领事官员|领事人员|外交人员|领事|使领馆',
  'audience=schoolchildren': '学生|中小学生',
  'audience=government-officials': '公务员|政府官员|政府代表|政府各部门|政府工作人员|政府机构',
  'audience=health-workers': '医生|医务人员|护士|卫生专业人员|卫生工作者|医护人员|医疗人员|保健人员',
  'audience=military': '军人|军事人员',
  'audience=service-providers': '服务提供人员|服务提供者',
  'form-of-exploitation=sexual-exploitation': '性剥削|卖淫|色情|卖淫剥削|性服务|性交易|从事卖淫|性奴',
  'form-of-exploitation=forced-labour':
    '强迫劳动|强制劳动|劳动剥削|劳役|奴役|强迫劳役|劳力剥削|强迫从事劳动|强迫做工|苦役|劳工剥削|奴工|强迫务工|债役',
  'form-of-exploitation=other-forms': '乞讨|强迫婚姻|摘除器官|切除器官|其他形式的剥削|其他剥削形式|其他剥削',
};
