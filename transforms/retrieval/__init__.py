"""What a server's answer means, and what follows from it.

`addresses` is where to ask and what may be followed, `answers` what came back, `schedule` when to ask again.

>>> judge(Answer(status=404), is_redirected=False).outcome
'absent'
"""
