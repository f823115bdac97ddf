"""What `verify` can find: each names the chain and the record it is about."""

from tongchou.domain.shared.findings import Finding, Severity
from tongchou.domain.shared.text import Text

RESTORE = Text(
    "停止使用该实例，与最近的备份和已印发版次中的链首逐一核对，再从可信备份恢复",
    "Stop using this instance, compare it with the last backup and with the heads printed in "
    "editions, then restore a backup you trust",
)


class RecordDigestDiffers(Finding):
    """Params: record, chain, sequence."""

    code = "X601"
    severity = Severity.ERROR
    title = Text("封存内容被改动", "A sealed record was changed")
    template = Text(
        "链 {chain} 第 {sequence} 条记录 {record} 的内容与摘要不符",
        "Record {record} (chain {chain}, number {sequence}) does not have its digest",
    )
    remedy = RESTORE


class ChainBroken(Finding):
    """Params: chain, sequence, found."""

    code = "X602"
    severity = Severity.ERROR
    title = Text("链条缺号或重号", "A chain misses a number or has one twice")
    template = Text(
        "链 {chain} 应为第 {sequence} 条，实为第 {found} 条",
        "Chain {chain} should go on with number {sequence}; there is number {found}",
    )
    remedy = RESTORE


class LinkDiffers(Finding):
    """Params: record, chain, sequence."""

    code = "X603"
    severity = Severity.ERROR
    title = Text("前后记录不相接", "A record does not follow the one before it")
    template = Text(
        "链 {chain} 第 {sequence} 条记录 {record} 所记的上一条摘要与实际不符",
        "Record {record} (chain {chain}, number {sequence}) names another record before it",
    )
    remedy = RESTORE


class RecordColumnDiffers(Finding):
    """Params: record, column, sealed, found."""

    code = "X604"
    severity = Severity.ERROR
    title = Text("记录的表列与封存内容不符", "A record's column differs from what was sealed")
    template = Text(
        "记录 {record} 的 {column} 封存时为 {sealed}，表中为 {found}",
        "{column} of record {record} was sealed as {sealed}; the table says {found}",
    )
    remedy = RESTORE


class HeadDiffers(Finding):
    """Params: chain, sequence, found."""

    code = "X605"
    severity = Severity.ERROR
    title = Text("链首与最后一条记录不符", "A chain's head is not its last record")
    template = Text(
        "链 {chain} 的链首为第 {sequence} 条，最后一条记录为第 {found} 条，或摘要不同",
        "The head of chain {chain} says number {sequence}; its last record is number {found}, "
        "or has another digest",
    )
    remedy = RESTORE


class SignatureWrong(Finding):
    """Params: chain, sequence."""

    code = "X606"
    severity = Severity.ERROR
    title = Text("链首签名不成立", "The signature of a head does not hold")
    template = Text(
        "链 {chain} 第 {sequence} 条的链首签名不成立",
        "The signature of chain {chain} at number {sequence} does not hold",
    )
    remedy = RESTORE


class SigningKeyUnknown(Finding):
    """Params: chain, sequence, key."""

    code = "X607"
    severity = Severity.ERROR
    title = Text("链首由未知密钥签名", "A head was signed with an unknown key")
    template = Text(
        "链 {chain} 第 {sequence} 条的链首由密钥 {key} 签名，本实例没有这把密钥",
        "Chain {chain} at number {sequence} was signed with key {key}, which this instance lacks",
    )
    remedy = Text(
        "把当时的签名密钥放回 TONGCHOU_SIGNING_KEY 所指的文件后再核验",
        "Put the key of that time back where TONGCHOU_SIGNING_KEY points, then verify again",
    )


class SignedHeadDiffers(Finding):
    """Params: chain, sequence."""

    code = "X608"
    severity = Severity.ERROR
    title = Text("签名后链条被改动", "A chain was changed after its head was signed")
    template = Text(
        "链 {chain} 第 {sequence} 条在签名后被删除或替换",
        "Number {sequence} of chain {chain} was removed or replaced after its head was signed",
    )
    remedy = RESTORE


class ParentMissing(Finding):
    """Params: record, parent."""

    code = "X609"
    severity = Severity.ERROR
    title = Text(
        "依据的记录缺失或被替换", "A record that another was made from is gone or replaced"
    )
    template = Text(
        "记录 {record} 所依据的记录 {parent} 缺失，或摘要不同",
        "Record {record} was made from {parent}, which is missing or has another digest",
    )
    remedy = RESTORE


class ProjectionDiffers(Finding):
    """Params: object (what and which), column, sealed, found."""

    code = "X610"
    severity = Severity.ERROR
    title = Text("数据表与封存记录不符", "A table differs from the sealed record")
    template = Text(
        "{object} 的 {column} 封存时为 {sealed}，表中为 {found}",
        "{column} of {object} was sealed as {sealed}; the table says {found}",
    )
    remedy = RESTORE


class RecordUnreadable(Finding):
    """Params: record, chain, sequence."""

    code = "X611"
    severity = Severity.ERROR
    title = Text("封存记录无法读取", "A sealed record cannot be read")
    template = Text(
        "链 {chain} 第 {sequence} 条记录 {record} 不是规范的记录",
        "Record {record} (chain {chain}, number {sequence}) is no canonical record",
    )
    remedy = RESTORE


class JournalUnreadable(Finding):
    """Params: line."""

    code = "X612"
    severity = Severity.ERROR
    title = Text("链首签名簿无法读取", "The journal of signed heads cannot be read")
    template = Text(
        "签名密钥旁的链首签名簿第 {line} 行无法读取",
        "Line {line} of the journal of signed heads beside the key cannot be read",
    )
    remedy = RESTORE


class RowMissing(Finding):
    """Params: record, kind."""

    code = "X614"
    severity = Severity.ERROR
    title = Text("封存记录在数据表中没有对应的行", "A sealed record has lost its row")
    template = Text(
        "记录 {record}（{kind}）仍在，数据表中对应的行已不在",
        "Record {record} ({kind}) is there, and its row in the table is gone",
    )
    remedy = RESTORE


class ProjectionUnchecked(Finding):
    """Params: name (of the app), reason."""

    code = "X613"
    severity = Severity.ERROR
    title = Text("数据表无法与封存记录核对", "Tables could not be held against the records")
    template = Text(
        "{name} 的数据表未能核对完：{reason}",
        "The tables of {name} could not be checked to the end: {reason}",
    )
    remedy = Text(
        "先处理上面列出的记录，再次核验", "Mend the records named above first, then verify again"
    )
