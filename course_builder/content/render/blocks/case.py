"""A branching story. Without a script it reads from top to bottom, each choice with a link to where it leads."""

from course_builder.content.blocks.case import Branch, Case, Scene
from course_builder.content.keys import key
from course_builder.content.render.paint import Paint


def case(block: Case, level: int, paint: Paint) -> str:
    scenes = "".join(_scene(scene, paint) for scene in block.scenes)
    return (
        f'<section class="card case" data-block="{block.key}"><div><p class="eyebrow">{paint.words["story"]}</p>'
        f"<h{level}>{paint.inline(block.title)}</h{level}></div>{scenes}</section>"
    )


def _scene(scene: Scene, paint: Paint) -> str:
    choices = "".join(_branch(branch, paint) for branch in scene.choices)
    listed = f'<ul class="branches">{choices}</ul>' if choices else ""
    text = paint.markdown(scene.text)
    return f'<div class="scene" id="{paint.anchor(scene.key)}" data-scene="{scene.key}">{text}{listed}</div>'


def _branch(branch: Branch, paint: Paint) -> str:
    because = f"{paint.inline(branch.because)} " if branch.because else ""
    onward = f'<a class="onward" href="#{paint.anchor(key(branch.then))}">{paint.words["story_goes_on"]}</a>'
    return (
        f'<li data-choice="{branch.key}"><strong class="choose">{paint.inline(branch.choose)}</strong>'
        f'<p class="say">{because}{onward}</p></li>'
    )
