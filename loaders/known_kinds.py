"""What some names of the field stand for, where a catalogue names them without saying so."""

from __future__ import annotations

from trendweave.graph.identity import lookup, shipped_table

_NAMES = {
    "Dataset": """
        mC4; OSCAR; ProsocialDialog; ShareGPT; Code Alpaca; LIMA; Common Crawl; CommonCrawl;
        ImageNet; WebVision; PubMed Central; PubMed; YFCC100M; Image-Chat; RedPajama; GitHub;
        The Stack; The Stack v2; Wikipedia; CLUE; Open Platypus; UniRef; UniRef50; UniRef90;
        MGnify; Protein Data Bank; OpenProteinSet; ALIGN dataset; LTIP; VTP; arXiv; Flan CoT;
        FIT400M; JFT; JFT-300M; JFT-4B; AudioSet; AudioCaps; MultiMedBench; MedQA; MedMCQA;
        PubMedQA; LiveQA; HealthSearchQA; BooksCorpus; Free Music Archive; MusicCaps; MuLaMCap;
        LNarratives; Localized Narratives; Rendered Text; WebSight; DaTikz; Wukong; Magnatagtune;
        SkyPile; Books; StackExchange; Algebraic Stack; COCO; Visual Genome; Red Caps; RedCaps;
        PushShift.io Reddit; HD-VILA-100M; Clotho v2; VGG-Sound; FSD50K; Free To Use Sounds;
        Sonniss Game Effects; WeSoundEffects; QM9; TOX21; ZINC12K; L1000 VCAP; L1000 MCF7;
        PCBA1328; PCQM4M_G25_N4; PM6_83M; MIMIC-IT; Reddit; UltraInteract; MathInstruct;
        Kinetics-400; Kinetics-710; Something-Something-v2; OPUS; LAION; WebVid; InternVid;
        OpenWebText; Objaverse; Flickr; MSR-VTT; OASST1; C4; The Pile; DESI Legacy Survey DR8
    """,
    "Model": """
        mT5; umT5; BERT; RoBERTa; BEATs; Animagine XL 3.0; PaLI-X; VQGAN; OpenChat 3.5; T5-XXL;
        DDPM; CodeGemma; RecurrentGemma; PaliGemma; EfficientNet-L2; BiT ResNet-101x3; ViT-S; ViT-B;
        Mixtral; mCLIP; GPT-3.5; LLongMA-2; phi-1; GigaPath; Mistral 7B; Mistral Large 2;
        Mistral Nemo 12B; Llama 3.1; Mask R-CNN; LLaVA; InternVL; VideoMAEv2; CoCa; V-BLIP; TripoSR;
        Hyena; StarCoderPlus; OpenOrca Mistral; Palmyra-X-004; Amazon Titan; DeepSeek-R1; AST
    """,
    "Product": """
        PyTorch; JAX; Keras; T5x; MeCab; Hugging Face Transformers; CoreNet library; Kaggle
    """,
    "Technique": "QLoRA; Evol-Instruct; DiLoCo; Multiway Transformer",
}
_KINDS = {
    lookup(name): kind
    for kind, names in _NAMES.items()
    for name in " ".join(names.split()).split("; ")
}


def kind_of(name: str) -> str | None:
    """The kind of a name that stands for one thing only, by this list or by the alias table."""
    if found := _KINDS.get(lookup(name)):
        return found
    table = shipped_table()
    kinds = [
        kind for kind in ("Model", "Dataset", "Product", "Technique") if table.find(kind, name)
    ]
    return kinds[0] if len(kinds) == 1 else None
