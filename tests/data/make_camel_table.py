"""Writes camel_folding.tsv: what CAMeL Tools' five folding functions make of every code point of the Arabic blocks.

Run where camel-tools, emoji and six are installed: `python tests/data/make_camel_table.py`. A code point that
a function leaves as it is has no line.
"""

from pathlib import Path

BLOCKS = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF))
FUNCTIONS = (
    "dediac_ar",
    "normalize_alef_ar",
    "normalize_alef_maksura_ar",
    "normalize_teh_marbuta_ar",
    "normalize_unicode",
)


def code_points() -> list[str]:
    return [chr(code) for first, last in BLOCKS for code in range(first, last + 1)]


def camel_functions() -> dict:
    from camel_tools.utils import dediac, normalize

    return {name: getattr(dediac if name == "dediac_ar" else normalize, name) for name in FUNCTIONS}


def main() -> None:
    lines = ["# function\tcode point\tresult, as code points"]
    for name, function in camel_functions().items():
        for character in code_points():
            result = function(character)
            if result != character:
                lines.append(f"{name}\t{ord(character):04x}\t{' '.join(f'{ord(c):04x}' for c in result)}")
    Path(__file__).with_name("camel_folding.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
