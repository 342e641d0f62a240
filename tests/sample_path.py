"""A way from reinforcement learning to embodied AI as the page gets it; every claim is made up."""

from __future__ import annotations

from typing import Any

from trendweave.graph.pictures.pages.story import path_picture
from trendweave.graph.pictures.picture import Picture


def entity(kind: str, name: str, zh: str | None = None) -> dict[str, Any]:
    slug = name.lower().replace(" ", "-").replace(".", "-")
    return {"id": f"{kind.lower()}:{slug}", "kind": kind, "name": name, "name_zh": zh}


def claim(
    text: str, where: str, certainty: str = "stated", source: str = "Sample report 2025"
) -> dict[str, Any]:
    return {
        "source": source,
        "where": where,
        "certainty": certainty,
        "text": text,
        "link": "https://example.org/sample-report",
        "quote": "QUOTE-OF-THE-SOURCE",
    }


RL = entity("Technique", "Reinforcement learning", "强化学习")
AGENTS = entity("Trend", "AI agents", "智能体")
EMBODIED = entity("Trend", "Embodied AI", "具身智能")
THINGS = {
    name: entity(kind, name, zh)
    for kind, name, zh in (
        ("Technique", "Large language model", "大语言模型"),
        ("Technique", "Chain of thought", "思维链"),
        ("Technique", "RLHF", "人类反馈强化学习"),
        ("Technique", "Verifiable rewards", "可验证奖励"),
        ("Technique", "Tool use", "工具使用"),
        ("Technique", "Multi-agent collaboration", "多智能体协作"),
        ("Technique", "Model Context Protocol", None),
        ("Technique", "World model", "世界模型"),
        ("Technique", "Vision-language-action model", "视觉-语言-动作模型"),
        ("Technique", "Imitation learning", "模仿学习"),
        ("Technique", "Sim-to-real", "仿真到现实迁移"),
        ("Technique", "Synthetic data", "合成数据"),
        ("Model", "o1", None),
        ("Model", "o3", None),
        ("Model", "DeepSeek-R1", None),
        ("Model", "Claude 3.7 Sonnet", None),
        ("Model", "Gemini Robotics", None),
        ("Model", "Helix", None),
        ("Model", "π0", None),
        ("Model", "Kimi k1.5", None),
        ("Product", "Deep Research", "深度研究"),
        ("Product", "Manus", None),
        ("Product", "Claude Code", None),
        ("Product", "Operator", None),
        ("Product", "Tencent Yuanqi", "腾讯元器"),
        ("Product", "Optimus", "擎天柱"),
        ("Product", "Unitree G1", "宇树 G1"),
        ("Product", "Figure 02", None),
        ("Company", "OpenAI", None),
        ("Company", "DeepSeek", "深度求索"),
        ("Company", "Anthropic", None),
        ("Company", "Google DeepMind", None),
        ("Company", "Tencent Robotics X", "腾讯 Robotics X 实验室"),
        ("Company", "Tesla", "特斯拉"),
        ("Company", "Unitree", "宇树科技"),
        ("Company", "Figure AI", None),
        ("Company", "Physical Intelligence", None),
        ("Benchmark", "GAIA", None),
        ("Industry", "Manufacturing", "制造业"),
    )
}
ENDS = {"RL": RL, "AGENTS": AGENTS, "EMBODIED": EMBODIED, **THINGS}
ROWS = """
RLHF PART_OF RL|以人的偏好为奖励的一支。|1 · 来龙去脉
Verifiable rewards PART_OF RL|答案可以核对，奖励就不必由人来打分。|1 · 训练方法
o1 APPLIES RL|推理能力来自训练后期的强化。|1 · 推理模型
o3 APPLIES RL|Later stages of training reward the whole chain of reasoning.|1 · 推理模型
DeepSeek-R1 APPLIES RL|推理几乎全由奖励信号练成。|1 · 推理模型
Kimi k1.5 APPLIES RL|长上下文里做强化。|1 · 推理模型|implied
RL ENABLES Chain of thought|奖励结果，推理的步骤自己长出来。|1 · 训练方法
OpenAI BUILDS o1|发布并持续更新。|1 · 推理模型
OpenAI BUILDS o3|发布并持续更新。|1 · 推理模型
DeepSeek BUILDS DeepSeek-R1|模型权重公开。|1 · 推理模型
o1 EXEMPLIFIES AGENTS|The planner behind several assistants.|4 · 能力来源|implied
o3 EXEMPLIFIES AGENTS|推理之外会自己调用工具。|4 · 能力来源
o3 APPLIES Tool use|搜索、代码、看图都在推理之中。|4 · 能力来源
DeepSeek-R1 EXEMPLIFIES AGENTS|开源推理模型让智能体更便宜。|4 · 能力来源|implied
Chain of thought ENABLES AGENTS|先想后做。|4 · 能力来源
Verifiable rewards ENABLES AGENTS|任务能核对，智能体就能自己练。|4 · 能力来源
Large language model ENABLES AGENTS|理解指令、拆分任务。|4 · 能力来源
Large language model ENABLES EMBODIED|给机器人一个会听话的大脑。|8 · 大脑
Tool use ENABLES AGENTS|能动手，才算智能体。|4 · 动手
Multi-agent collaboration EXEMPLIFIES AGENTS|分工让长任务走得更稳。|4 · 协作
Model Context Protocol EXEMPLIFIES AGENTS|接工具有了共同的插口。|4 · 生态
Anthropic BUILDS Model Context Protocol|提出并开放。|4 · 生态
Anthropic BUILDS Claude Code|面向开发者。|4 · 编程
Claude Code POWERED_BY Claude 3.7 Sonnet|默认的模型。|4 · 编程
Claude 3.7 Sonnet EXEMPLIFIES AGENTS|编程任务上的代表。|4 · 编程
Claude Code EXEMPLIFIES AGENTS|在命令行里干活。|4 · 编程
Deep Research EXEMPLIFIES AGENTS|几十分钟写成一份报告。|4 · 产品
Deep Research POWERED_BY o3|端到端训练而来。|4 · 产品
Operator EXEMPLIFIES AGENTS|替人点网页。|4 · 产品
OpenAI BUILDS Operator|研究预览。|4 · 产品
OpenAI BUILDS Deep Research|面向付费用户。|4 · 产品
OpenAI EXEMPLIFIES AGENTS|多条产品线都转向智能体。|4 · 产品
Manus EXEMPLIFIES AGENTS|通用智能体，自己开虚拟机。|4 · 产品
Manus EVALUATED_ON GAIA|成绩靠前。|4 · 产品
GAIA EXEMPLIFIES AGENTS|衡量通用助手。|4 · 产品
Tencent Yuanqi EXEMPLIFIES AGENTS|搭建智能体的平台。|4 · 产品
AGENTS ENABLES EMBODIED|规划、记忆和工具从屏幕走进身体。|8 · 从屏幕到身体|implied
Tool use ENABLES EMBODIED|A gripper is one more tool.|8 · 从屏幕到身体|implied
World model EXEMPLIFIES AGENTS|先在脑中预演。|4 · 展望
World model EXEMPLIFIES EMBODIED|预测动作的后果。|8 · 小脑
Vision-language-action model EXEMPLIFIES EMBODIED|看、听、动在同一个网络里。|8 · 大脑
Vision-language-action model EXEMPLIFIES AGENTS|会行动的多模态智能体。|4 · 展望|implied
Multi-agent collaboration EXEMPLIFIES EMBODIED|几台机器人分工搬运。|8 · 协作
Gemini Robotics EXEMPLIFIES AGENTS|会规划的机器人模型。|4 · 展望|implied
Gemini Robotics EXEMPLIFIES EMBODIED|一句话，换一套动作。|8 · 大脑
Gemini Robotics APPLIES Vision-language-action model|直接输出动作。|8 · 大脑
Google DeepMind BUILDS Gemini Robotics|分两个型号发布。|8 · 大脑
Helix EXEMPLIFIES EMBODIED|两台机器人共用一套权重。|8 · 大脑
Helix APPLIES Vision-language-action model|一快一慢两个系统。|8 · 大脑
Figure AI BUILDS Helix|自研。|8 · 大脑
Figure AI BUILDS Figure 02|进厂试用。|8 · 本体
Figure 02 EXEMPLIFIES EMBODIED|在车间里装件。|8 · 本体
π0 EXEMPLIFIES EMBODIED|叠衣服的通用策略。|8 · 大脑
Physical Intelligence BUILDS π0|并已开源。|8 · 大脑
Imitation learning ENABLES EMBODIED|先学人怎么做。|8 · 小脑
Sim-to-real ENABLES EMBODIED|仿真里练，现实里用。|8 · 小脑
Synthetic data ENABLES EMBODIED|真实数据太贵。|8 · 数据
RL ENABLES EMBODIED|步态和抓取靠奖励练成。|8 · 小脑
Optimus EXEMPLIFIES EMBODIED|先在自家工厂干活。|8 · 本体
Tesla BUILDS Optimus|计划量产。|8 · 本体
Unitree G1 EXEMPLIFIES EMBODIED|价格降到一台车以下。|8 · 本体
Unitree BUILDS Unitree G1|面向研究者。|8 · 本体
Tencent Robotics X EXEMPLIFIES EMBODIED|触觉与灵巧操作。|8 · 研究
EMBODIED APPLIED_IN Manufacturing|最先落地的地方。|8 · 落地
"""


def end(text: str) -> dict[str, Any]:
    return ENDS[text]


def around() -> list[dict[str, Any]]:
    rows = []
    for line in ROWS.strip().splitlines():
        head, text, where, *more = line.split("|")
        words = head.split()
        at = next(k for k, w in enumerate(words) if w.isupper() and ("_" in w or w in TYPES) and k)
        certainty = more[0] if more else "stated"
        source = "Sample report 2025" if certainty == "stated" else "Reader's notes"
        rows.append(
            {
                "source": end(" ".join(words[:at])),
                "type": words[at],
                "target": end(" ".join(words[at + 1 :])),
                "certainty": certainty,
                "evidence": [claim(text, where, certainty, source)],
            }
        )
    return rows


TYPES = {"ENABLES", "APPLIES", "BUILDS", "EXEMPLIFIES"}


def answer() -> dict[str, Any]:
    members = [
        THINGS[n]
        for n in (
            "World model",
            "Vision-language-action model",
            "Gemini Robotics",
            "Multi-agent collaboration",
            "Large language model",
            "Tool use",
        )
    ]
    first = {
        "type": "ENABLES",
        "source": RL["id"],
        "target": AGENTS["id"],
        "members": [],
        "evidence": [
            claim(
                "奖励代替示范之后，模型学会自己规划、试错、再来，这正是智能体的底子。",
                "4 · 能力来源",
            ),
            claim(
                "Training on the outcome of whole tasks turns a chat model into one that acts.",
                "1 · 下一步",
                "implied",
                "Reader's notes",
            ),
        ],
    }
    second = {
        "type": "BRIDGE",
        "source": AGENTS["id"],
        "target": EMBODIED["id"],
        "members": members,
        "evidence": [claim("同样的规划与世界模型，换了一副身体。", "8 · 从屏幕到身体", "implied")],
    }
    o3, direct = (
        THINGS["o3"],
        {
            "type": "ENABLES",
            "source": RL["id"],
            "target": EMBODIED["id"],
            "members": [],
            "evidence": [claim("步态和抓取靠奖励练成。", "8 · 小脑")],
        },
    )
    by_o3 = [
        {
            "type": "APPLIES",
            "source": RL["id"],
            "target": o3["id"],
            "members": [],
            "evidence": [claim("Trained with rewards.", "1 · 推理模型")],
        },
        {
            "type": "EXEMPLIFIES",
            "source": o3["id"],
            "target": AGENTS["id"],
            "members": [],
            "evidence": [claim("推理之外会自己调用工具。", "4 · 能力来源")],
        },
        second,
    ]
    return {
        "paths": [
            {"nodes": [RL, AGENTS, EMBODIED], "steps": [first, second]},
            {"nodes": [RL, o3, AGENTS, EMBODIED], "steps": by_o3},
            {"nodes": [RL, EMBODIED], "steps": [direct]},
        ]
    }


def picture() -> Picture:
    return path_picture(answer(), around())
